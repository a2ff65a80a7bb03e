using System.Text.Json.Serialization;
using Teleservices.Contracts;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Definitions;

/// <summary>The kinds of question that a form may ask; names in YAML are in kebab case.</summary>
internal enum FieldType
{
    Text,
    LongText,
    Email,
    Phone,
    Date,
    Number,
    Amount,
    YesNo,
    Choice,
    Choices,
    Address,
    Commune,
    File,
    Identity,
    Group,
    Information,
}

/// <summary>The model of an e-service, as published: a version never changes.</summary>
internal sealed record FormDefinition(
    string Slug,
    int Version,
    Wording Title,
    Wording Summary,
    string Theme,
    string Competence,
    string Team,
    Wording TeamName,
    IReadOnlyList<string> Keywords,
    int DurationMinutes,
    IReadOnlyList<Wording> Documents,
    Wording LegalBasis,
    Wording Purpose,
    int RetentionMonths,
    Silence Silence,
    string? Place,
    IReadOnlyList<PageDefinition> Pages)
{
    /// <summary>Every field that stands on a page, groups not opened.</summary>
    public IEnumerable<FieldDefinition> Fields => Pages.SelectMany(page => page.Fields);

    /// <summary>Whether a question, also one inside a group, takes a file.</summary>
    [JsonIgnore]
    public bool AsksForFiles => Fields.Any(TakesFiles);

    /// <summary>Whether a field, or one inside it, takes a file.</summary>
    public static bool TakesFiles(FieldDefinition field) => field.Type == FieldType.File || field.Fields.Any(TakesFiles);

    public PageDefinition? Page(string name) => Pages.FirstOrDefault(page => page.Name == name);
}

/// <summary>What is asked at once.</summary>
internal sealed record PageDefinition(
    string Name, Wording Title, Wording? Intro, Condition? ShowIf, IReadOnlyList<FieldDefinition> Fields);

/// <summary>A possible answer of a choice.</summary>
internal sealed record Option(string Value, Wording Label);

/// <summary>One question.</summary>
internal sealed record FieldDefinition(string Key, FieldType Type, Wording Label)
{
    public Wording? Hint { get; init; }

    public bool Required { get; init; } = true;

    public Condition? ShowIf { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Characters, of texts.</summary>
    public int MaxLength { get; init; }

    /// <summary>Regular expression for the whole answer, run without backtracking.</summary>
    public string? Pattern { get; init; }

    public Wording? PatternHint { get; init; }

    /// <summary>Least number, or earliest date (<c>2026-01-31</c>, <c>today-18y</c>).</summary>
    public string? Min { get; init; }

    /// <summary>Greatest number, or latest date.</summary>
    public string? Max { get; init; }

    public int Decimals { get; init; }

    public Wording? Unit { get; init; }

    /// <summary>Codes of the kinds of file that are taken.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Megabytes.</summary>
    public int MaxMegabytes { get; init; }

    /// <summary>What one item of a group is called.</summary>
    public Wording? Item { get; init; }

    public int MinItems { get; init; }

    public int MaxItems { get; init; }

    /// <summary>What is asked of each item of a group.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];
}
