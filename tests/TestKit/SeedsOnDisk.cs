using Teleservices.Platform.Seeds;

namespace Teleservices.TestKit;

/// <summary>A copy of the real seeds in which a test may break something.</summary>
public sealed class SeedsOnDisk : IDisposable
{
    /// <summary>Copies the seeds that come with the server.</summary>
    public SeedsOnDisk()
    {
        foreach (var file in Directory.GetFiles(ModuleHost.Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(ModuleHost.Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Where the copy is.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("teleservices-seeds-").FullName;

    /// <summary>Replaces a text that stands in the file exactly once, and tells its line.</summary>
    public int Replace(string file, string old, string by)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new InvalidOperationException($"« {old} » is not exactly once in {file}.");
        }

        File.WriteAllText(path, text.Replace(old, by, StringComparison.Ordinal));
        return text[..at].Count(c => c == '\n') + 1;
    }

    /// <summary>Adds a text at the end of a file, and tells its first line.</summary>
    public int Append(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path).TrimEnd('\n') + "\n";
        File.WriteAllText(path, before + text + "\n");
        return before.Count(c => c == '\n') + 1;
    }

    /// <summary>What seeders say of the folder when they only read.</summary>
    public IReadOnlyList<SeedError> Read(IEnumerable<ISeeder> seeders)
    {
        var folder = new SeedFolder(Folder, demo: false);
        foreach (var seeder in seeders.OrderBy(seeder => seeder.Order))
        {
            seeder.Read(folder);
        }

        return folder.Errors;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
