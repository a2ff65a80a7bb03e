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
    private readonly Dictionary<(string Kind, string Name), SeedNode> declared = [];

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

    /// <summary>A seeder makes a name known to those that come after it: «administration» gien. A name used twice is a mistake.</summary>
    public void Declare(string kind, string name, SeedNode at)
    {
        if (!declared.TryAdd((kind, name), at))
        {
            at.Mistake($"{kind} '{name}' is there twice; the first is in {declared[(kind, name)].File}:{declared[(kind, name)].Line}");
        }
    }

    /// <summary>Where an earlier seeder declared this name, or nothing.</summary>
    public SeedNode? Declared(string kind, string name) => declared.GetValueOrDefault((kind, name));

    /// <summary>All names of a kind that earlier seeders declared, and where.</summary>
    public IEnumerable<(string Name, SeedNode At)> Declared(string kind) =>
        declared.Where(known => known.Key.Kind == kind).Select(known => (known.Key.Name, known.Value));

    internal void Note(string file, long line, string message) => errors.Add(new SeedError(file, line, message));

    internal void Watch(SeedNode node) => read.Add(node);
}
