using Teleservices.Platform.Files;

namespace Teleservices.Cli.Backup;

/// <summary>Uploads between their store and the folder of a backup, where they lie in the same way whatever the store: a backup of a folder can be restored to S3, and back.</summary>
internal static class UploadCopy
{
    public const string Folder = "files";

    /// <summary>Saves what is not yet in the backup.</summary>
    public static async Task Save(IFileStore store, string backup, CancellationToken ct)
    {
        await foreach (var id in store.List(ct))
        {
            var name = id.ToString("N");
            var copy = Path.Combine(backup, Folder, name[..2], name);
            if (File.Exists(copy))
            {
                continue;
            }

            try
            {
                await using var from = await store.Open(id, ct);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                await using var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write);
                await from.CopyToAsync(to, ct);
            }
            catch (FileNotFoundException)
            {
                // Discarded by its owner this moment: no row names it any more.
            }
        }
    }

    public static async Task<bool> IsEmpty(IFileStore store, CancellationToken ct)
    {
        await foreach (var _ in store.List(ct))
        {
            return false;
        }

        return true;
    }

    public static async Task Restore(string backup, IFileStore store, CancellationToken ct)
    {
        var folder = Path.Combine(backup, Folder);
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            await using var content = File.OpenRead(path);
            await store.Put(Guid.ParseExact(Path.GetFileName(path), "N"), content, ct);
        }
    }
}
