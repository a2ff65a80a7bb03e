using Microsoft.Extensions.Localization;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Files;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>One question as it is drawn; typed values and errors are in the model state, under <see cref="Name"/>.</summary>
internal sealed record FieldView(FieldDefinition Field, string Name)
{
    /// <summary>Whether it decides who is competent: then only known communes can be chosen.</summary>
    public bool IsPlace { get; init; }

    /// <summary>The communes to choose from; none where they are too many for a list: then the name is typed.</summary>
    public required IReadOnlyList<Choice> Communes { get; init; }

    /// <summary>The file that is there already.</summary>
    public Upload? Upload { get; init; }

    /// <summary>What is wrong with a group as a whole.</summary>
    public string? Error { get; init; }

    /// <summary>Each item of a group in a few words.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public Func<int, string> ItemPath { get; init; } = _ => "";

    public string FileAccept => string.Join(',', FileKind.All.Where(kind => Field.Accept.Contains(kind.Code)).SelectMany(kind => kind.Extensions));

    public string FileHint(IStringLocalizer<Texts> texts)
    {
        var kinds = string.Join(", ", Field.Accept.Select(kind => kind.ToUpperInvariant()));
        var limits = texts["{0}, {1} Mo au plus.", kinds, Field.MaxMegabytes].Value;
        return Field.Hint is { } hint ? $"{hint} {limits}" : limits;
    }

    public static IEnumerable<Choice> YesNo(IStringLocalizer<Texts> texts) => [new("yes", texts["Oui"]), new("no", texts["Non"])];
}
