using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Files;

/// <summary>A file that was put away.</summary>
/// <param name="Id">Unguessable; says nothing of owner or content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record StoredFile(Guid Id, long Size, string Sha256);

/// <summary>
/// Keeps the bytes of uploads outside the web root. Who may read a file is decided by the row that names it, in the
/// module that owns the row; this store asks nothing.
/// </summary>
public sealed class FileStore(IOptions<DataOptions> options)
{
    private string Root => options.Value.PathOf("files");

    /// <summary>Writes the whole stream through to the disk.</summary>
    public async Task<StoredFile> Put(Stream content, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        return new StoredFile(id, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="FileNotFoundException">A row names a file that is not there: a fault of the store.</exception>
    public Stream Open(Guid id) => new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);

    /// <summary>Removes a file; one that is gone already is fine.</summary>
    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }
    }

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(Root, name[..2], name);
    }
}
