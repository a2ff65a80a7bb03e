using System.Security.Cryptography;
using Teleservices.Platform.Files;
using Teleservices.TestKit.Stores;

namespace Teleservices.Platform.Tests.Files;

/// <summary>What every store of uploads promises, whatever it is made of.</summary>
public sealed class FileStoreTests : IDisposable
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(FilesKind.Folder)]
    [S3Data(FilesKind.S3)]
    public async Task What_was_put_comes_back_whole_with_its_size_and_digest(FilesKind kind)
    {
        var store = await Store(kind);
        foreach (var length in new[] { 1, 81920, 9 * 1024 * 1024 + 7 })
        {
            var content = RandomNumberGenerator.GetBytes(length);
            var stored = await store.Put(new MemoryStream(content), Ct);
            Assert.Equal((length, Convert.ToHexStringLower(SHA256.HashData(content))), (stored.Size, stored.Sha256));
            Assert.Equal(content, await Read(store, stored.Id));
        }
    }

    [Theory]
    [InlineData(FilesKind.Folder)]
    [S3Data(FilesKind.S3)]
    public async Task A_stream_is_put_from_where_it_stands_and_need_not_know_its_length(FilesKind kind)
    {
        var store = await Store(kind);
        var half = new MemoryStream("abcdef"u8.ToArray()) { Position = 3 };
        Assert.Equal("def"u8.ToArray(), await Read(store, (await store.Put(half, Ct)).Id));
        using var once = new OnceOnly(new MemoryStream("over the line"u8.ToArray()));
        var stored = await store.Put(once, Ct);
        Assert.Equal(13, stored.Size);
        Assert.Equal("over the line"u8.ToArray(), await Read(store, stored.Id));
    }

    [Theory]
    [InlineData(FilesKind.Folder)]
    [S3Data(FilesKind.S3)]
    public async Task What_was_deleted_is_gone_and_may_be_deleted_again(FilesKind kind)
    {
        var store = await Store(kind);
        var stored = await store.Put(new MemoryStream([1]), Ct);
        await store.Delete(stored.Id, Ct);
        await store.Delete(stored.Id, Ct);
        await store.Delete(Guid.NewGuid(), Ct);
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.Open(stored.Id, Ct));
        Assert.Empty(await All(store));
    }

    [Theory]
    [InlineData(FilesKind.Folder)]
    [S3Data(FilesKind.S3)]
    public async Task All_files_are_listed_and_nothing_else(FilesKind kind)
    {
        var store = await Store(kind);
        await store.Look(Ct);
        Assert.Empty(await All(store));
        var stored = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => store.Put(new MemoryStream([(byte)number]), Ct)));
        Assert.Equal(stored.Select(one => one.Id).Order(), (await All(store)).Order());
    }

    [Theory]
    [InlineData(FilesKind.Folder)]
    [S3Data(FilesKind.S3)]
    public async Task A_stream_that_breaks_off_leaves_nothing_behind(FilesKind kind)
    {
        var store = await Store(kind);
        using var broken = new OnceOnly(new MemoryStream(new byte[200_000]), breaksAt: 100_000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Put(broken, Ct));
        Assert.Empty(await All(store));
    }

    private static async Task<byte[]> Read(IFileStore store, Guid id)
    {
        await using var stream = await store.Open(id, Ct);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    private static async Task<List<Guid>> All(IFileStore store)
    {
        var all = new List<Guid>();
        await foreach (var id in store.List(Ct))
        {
            all.Add(id);
        }

        return all;
    }

    private async Task<IFileStore> Store(FilesKind kind) => kind switch
    {
        FilesKind.Folder => new FolderFiles(Path.Combine(folder, "files")),
        FilesKind.S3 => (await TestS3.Create()).Store,
    };

    /// <summary>A stream as it comes over a line: forwards only, of unknown length; it may break off.</summary>
    private sealed class OnceOnly(Stream inner, long breaksAt = long.MaxValue) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = inner.Read(buffer, offset, count);
            return (read += now) < breaksAt ? now : throw new InvalidOperationException("broken off");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
