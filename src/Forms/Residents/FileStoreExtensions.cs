using Teleservices.Platform.Files;

namespace Teleservices.Forms.Residents;

internal static class FileStoreExtensions
{
    /// <summary>Takes bytes away whose rows are gone.</summary>
    public static void DeleteAll(this FileStore store, IEnumerable<Guid> files)
    {
        foreach (var file in files)
        {
            store.Delete(file);
        }
    }
}
