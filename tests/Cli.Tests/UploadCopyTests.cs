using Teleservices.Cli.Backup;
using Teleservices.Platform.Files;
using Teleservices.TestKit.Stores;

namespace Teleservices.Cli.Tests;

[Trait("Needs", "s3")]
public sealed class UploadCopyTests : IDisposable
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-copy-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [S3Fact]
    public async Task Uploads_of_an_object_store_come_into_a_backup_once_and_back_into_an_empty_bucket()
    {
        var from = (await TestS3.Create()).Store;
        var first = await from.Put(new MemoryStream("first"u8.ToArray()), Ct);
        await UploadCopy.Save(from, folder, Ct);
        var second = await from.Put(new MemoryStream("second"u8.ToArray()), Ct);
        await from.Delete(first.Id, Ct);
        await UploadCopy.Save(from, folder, Ct);
        Assert.Equal(2, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);

        var to = (await TestS3.Create()).Store;
        Assert.True(await UploadCopy.IsEmpty(to, Ct));
        await UploadCopy.Restore(folder, to, Ct);
        Assert.False(await UploadCopy.IsEmpty(to, Ct));
        await using var stream = await to.Open(second.Id, Ct);
        Assert.Equal("second", await new StreamReader(stream).ReadToEndAsync(Ct));
        (await to.Open(first.Id, Ct)).Dispose();
    }
}
