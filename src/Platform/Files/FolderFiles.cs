using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Teleservices.Platform.Files;

/// <summary>Uploads in a folder, 256 folders below it.</summary>
internal sealed class FolderFiles(string root) : IFileStore
{
    private const int BufferSize = 81920;

    public string Place => root;

    /// <summary>Writes through to the disk.</summary>
    public async Task<StoredFile> Put(Guid id, Stream content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferSize];
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(id, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public Task<Stream> Open(Guid id, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true));
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException(missing.Message, id.ToString("N"), missing);
        }
    }

    public Task Delete(Guid id, CancellationToken ct)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> List([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [])
        {
            ct.ThrowIfCancellationRequested();
            if (Guid.TryParseExact(Path.GetFileName(path), "N", out var id))
            {
                yield return id;
            }
        }
    }

    /// <summary>The folder is made by the first upload; what lies above it must be there.</summary>
    public Task Look(CancellationToken ct) =>
        Directory.Exists(root) || Directory.Exists(Path.GetDirectoryName(root)) ? Task.CompletedTask : throw new FilesAwayException($"{root} is not there.");

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(root, name[..2], name);
    }
}
