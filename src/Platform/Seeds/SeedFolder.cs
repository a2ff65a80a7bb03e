using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Teleservices.Platform.Seeds;

/// <summary>A folder of seed files, and the mistakes found in it.</summary>
/// <param name="path">The folder.</param>
/// <param name="demo">Whether demo data (accounts) are wanted: in the embedded set-up only.</param>
public sealed class SeedFolder(string path, bool demo)
{
    private readonly List<SeedError> errors = [];
    private readonly List<SeedNode> read = [];

    /// <summary>Whether demo data are wanted.</summary>
    public bool Demo { get; } = demo;

    /// <summary>Mistakes so far, by file and line; properties that nobody asked for are among them.</summary>
    public IReadOnlyList<SeedError> Errors
    {
        get
        {
            foreach (var node in read)
            {
                node.NoteUnread();
            }

            read.Clear();
            return [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
        }
    }

    /// <summary>Reads one file that must exist.</summary>
    /// <returns>Its root, or nothing if it cannot be read at all; the mistake is noted then.</returns>
    public SeedNode? File(string name)
    {
        var file = Path.Combine(path, name);
        if (!System.IO.File.Exists(file))
        {
            Note(name, 1, "the file is missing");
            return null;
        }

        try
        {
            var yaml = new YamlStream();
            using var text = System.IO.File.OpenText(file);
            yaml.Load(text);
            if (yaml.Documents is [var document])
            {
                return new SeedNode(this, name, document.RootNode);
            }

            Note(name, 1, "the file must hold one YAML document");
        }
        catch (YamlException fault)
        {
            Note(name, fault.Start.Line, $"this is not YAML: {fault.Message}");
        }

        return null;
    }

    /// <summary>Reads every <c>.yaml</c> file below a folder, by name.</summary>
    public IEnumerable<SeedNode> Files(string below)
    {
        var folder = Path.Combine(path, below);
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories) : [];
        return names.Order(StringComparer.Ordinal).Select(name => File(Path.GetRelativePath(path, name).Replace('\\', '/'))).OfType<SeedNode>().ToList();
    }

    internal void Note(string file, long line, string message) => errors.Add(new SeedError(file, line, message));

    internal void Watch(SeedNode node) => read.Add(node);
}
