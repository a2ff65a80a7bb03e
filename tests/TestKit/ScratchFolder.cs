namespace Teleservices.TestKit;

/// <summary>Folders that a test makes for itself.</summary>
public static class ScratchFolder
{
    /// <summary>Deletes one, also while what was stopped is still closing its last files.</summary>
    public static async ValueTask Delete(string folder)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(100);
            }
        }
    }
}
