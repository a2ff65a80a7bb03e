namespace Teleservices.Platform.Files;

/// <summary>What everyone does with a store of uploads.</summary>
public static class FileStoreExtensions
{
    /// <summary>Puts a new file away, under a name that nobody can guess.</summary>
    public static Task<StoredFile> Put(this IFileStore store, Stream content, CancellationToken ct) => store.Put(Guid.NewGuid(), content, ct);

    /// <summary>
    /// Takes bytes away whose rows are gone. What was asked for is done and committed by now: a store that is away keeps bytes that no row names, and the log says which.
    /// </summary>
    public static async Task DeleteAll(this IFileStore store, IEnumerable<Guid> files)
    {
        foreach (var file in files)
        {
            try
            {
                await store.Delete(file, CancellationToken.None);
            }
            catch (FilesAwayException)
            {
                // The store has said so in the log, with the name of the file.
            }
        }
    }
}
