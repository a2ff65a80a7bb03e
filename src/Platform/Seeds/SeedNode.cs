using System.Globalization;
using Teleservices.Platform.Tenancy;
using YamlDotNet.RepresentationModel;

namespace Teleservices.Platform.Seeds;

/// <summary>
/// A place in a seed file. What is missing or wrong is noted with file and line, and a harmless value is returned, so that one
/// reading finds all mistakes. Properties that nobody reads are mistakes too (a misspelt name must not pass in silence).
/// </summary>
public sealed class SeedNode
{
    private readonly SeedFolder folder;
    private readonly YamlNode node;
    private readonly HashSet<string> asked = [];

    internal SeedNode(SeedFolder folder, string file, YamlNode node)
    {
        (this.folder, File, this.node) = (folder, file, node);
        if (node is YamlMappingNode)
        {
            folder.Watch(this);
        }
    }

    /// <summary>Path of the file below the seed folder.</summary>
    public string File { get; }

    /// <summary>Line, from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>Names of the properties, in the order of the file.</summary>
    public IEnumerable<string> Keys => node is YamlMappingNode map ? map.Children.Keys.Select(key => key.ToString()) : [];

    /// <summary>Whether it is a plain value (not a list, not properties).</summary>
    public bool IsScalar => node is YamlScalarNode;

    /// <summary>The plain value itself.</summary>
    public string Value => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>Notes a mistake here.</summary>
    public void Mistake(string message) => folder.Note(File, Line, message);

    /// <summary>Whether the property is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A property that may be missing.</summary>
    public SeedNode? Optional(string key) => Find(key) is { } child ? new SeedNode(folder, File, child) : null;

    /// <summary>A property that must be there.</summary>
    public SeedNode? Required(string key)
    {
        var child = Optional(key);
        if (child is null)
        {
            Mistake($"'{key}' is missing");
        }

        return child;
    }

    /// <summary>A string that must be there.</summary>
    public string Text(string key) => Required(key) is { } child ? child.ScalarOr("a string") ?? "" : "";

    /// <summary>A string that may be missing.</summary>
    public string? OptionalText(string key) => Optional(key)?.ScalarOr("a string");

    /// <summary>A text in French and English, or in French alone.</summary>
    public Wording Wording(string key) => Required(key)?.AsWording() ?? new Wording("");

    /// <summary>A text that may be missing.</summary>
    public Wording? OptionalWording(string key) => Optional(key)?.AsWording();

    /// <summary>A whole number; the default when the property is missing.</summary>
    public int Number(string key, int otherwise) => OptionalNumber(key) ?? otherwise;

    /// <summary>A whole number that may be missing.</summary>
    public int? OptionalNumber(string key) => Parse<int>(key, "a whole number", text =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary><c>true</c> or <c>false</c>; the default when the property is missing.</summary>
    public bool Flag(string key, bool otherwise) =>
        Parse<bool>(key, "true or false", text => bool.TryParse(text, out var flag) ? flag : null) ?? otherwise;

    /// <summary>An ISO date that must be there.</summary>
    public DateOnly Date(string key)
    {
        Required(key);
        return OptionalDate(key) ?? default;
    }

    /// <summary>An ISO date that may be missing.</summary>
    public DateOnly? OptionalDate(string key) => Parse<DateOnly>(key, "a date like 2026-01-31", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    /// <summary>One of the names of an enum, written in kebab case (<c>each-commune</c>).</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        Required(key);
        return OptionalChoice<T>(key) ?? default;
    }

    /// <summary>One of the names of an enum, in kebab case; may be missing.</summary>
    public T? OptionalChoice<T>(string key)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(value => Kebab(value.ToString()));
        return Parse<T>(key, $"one of {string.Join(", ", names.Keys)}", text => names.TryGetValue(text, out var value) ? value : null);
    }

    /// <summary>The items of a list; none when the property is missing.</summary>
    public IReadOnlyList<SeedNode> List(string key) => Optional(key)?.Items() ?? [];

    /// <summary>The items of this list.</summary>
    public IReadOnlyList<SeedNode> Items()
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(child => new SeedNode(folder, File, child))];
        }

        Mistake("a list is expected here");
        return [];
    }

    internal void NoteUnread()
    {
        if (asked.Count == 0)
        {
            return;
        }

        foreach (var (key, _) in ((YamlMappingNode)node).Children)
        {
            if (!asked.Contains(key.ToString()))
            {
                folder.Note(File, key.Start.Line, $"'{key}' is not known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
            }
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    }

    private T? Parse<T>(string key, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Optional(key) is not { } child)
        {
            return null;
        }

        if (child.ScalarOr(expected) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            child.Mistake($"'{key}' is '{text}', but {expected} is expected");
        }

        return value;
    }

    private string? ScalarOr(string expected)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        Mistake($"{expected} is expected here");
        return null;
    }

    /// <summary>This place itself as a text in French and English, or in French alone.</summary>
    public Wording AsWording() => node is YamlMappingNode
        ? new Wording(Text("fr"), OptionalText("en"))
        : new Wording(ScalarOr("a text") ?? "");

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
