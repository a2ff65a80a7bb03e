using System.Text.Json;
using Teleservices.Contracts;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Definitions;

/// <summary>
/// What a new version of a form changes. Nothing that differs goes untold: what has no kind of its own is told as changed rules or presentation.
/// The number of the version is no difference.
/// </summary>
internal static class FormComparison
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };
    private static readonly Wording Empty = new("");

    /// <summary>From one version to another: the legal changes first, then the form, its pages, its fields.</summary>
    public static IReadOnlyList<FormChange> Between(FormDefinition before, FormDefinition after) =>
        [.. Head(before, after), .. Pages(before, after), .. Fields(Placed(before), Placed(after))];

    private static IEnumerable<FormChange> Head(FormDefinition before, FormDefinition after)
    {
        if (before.Silence != after.Silence)
        {
            yield return new(FormChangeKind.Silence);
        }

        foreach (var change in new[]
        {
            Words(FormChangeKind.LegalBasis, "", before.LegalBasis, after.LegalBasis),
            Words(FormChangeKind.Purpose, "", before.Purpose, after.Purpose),
            Other(FormChangeKind.Retention, "", before.RetentionMonths, after.RetentionMonths),
            Other(FormChangeKind.Competence, "", (before.Competence, before.Place).ToString(), (after.Competence, after.Place).ToString()),
            before.Team == after.Team ? Words(FormChangeKind.Team, "", before.TeamName, after.TeamName) : new(FormChangeKind.Team, "", before.TeamName, after.TeamName),
            Other(FormChangeKind.Documents, "", before.Documents, after.Documents),
            Words(FormChangeKind.Title, "", before.Title, after.Title),
            Words(FormChangeKind.Summary, "", before.Summary, after.Summary),
            Other(FormChangeKind.Presentation, "", Rest(before), Rest(after)),
        }.OfType<FormChange>())
        {
            yield return change;
        }
    }

    /// <summary>What is left of a form when all that is told by itself is taken away.</summary>
    private static FormDefinition Rest(FormDefinition form) => form with
    {
        Version = 0,
        Silence = new Silence(SilenceRegime.None),
        LegalBasis = Empty,
        Purpose = Empty,
        RetentionMonths = 0,
        Competence = "",
        Place = null,
        Team = "",
        TeamName = Empty,
        Documents = [],
        Title = Empty,
        Summary = Empty,
        Pages = [],
    };

    private static IEnumerable<FormChange> Pages(FormDefinition before, FormDefinition after)
    {
        foreach (var page in after.Pages.Where(page => before.Page(page.Name) is null))
        {
            yield return new(FormChangeKind.PageAdded, page.Name, null, page.Title);
        }

        foreach (var page in before.Pages.Where(page => after.Page(page.Name) is null))
        {
            yield return new(FormChangeKind.PageRemoved, page.Name, page.Title);
        }

        foreach (var (old, page) in before.Pages.Join(after.Pages, page => page.Name, page => page.Name, (old, page) => (old, page)))
        {
            if (Words(FormChangeKind.PageTitle, page.Name, old.Title, page.Title) is { } title)
            {
                yield return title;
            }

            if (!Same((old.Intro, old.ShowIf), (page.Intro, page.ShowIf)))
            {
                yield return new(FormChangeKind.PageRules, page.Name, old.Intro, page.Intro);
            }
        }

        if (Reordered(before.Pages.Select(page => page.Name), after.Pages.Select(page => page.Name)))
        {
            yield return new(FormChangeKind.PagesReordered);
        }
    }

    private static IEnumerable<FormChange> Fields(List<PlacedField> before, List<PlacedField> after)
    {
        var olds = before.ToDictionary(field => field.Path);
        var news = after.ToDictionary(field => field.Path);
        foreach (var field in before.Where(field => !news.ContainsKey(field.Path)))
        {
            yield return new(FormChangeKind.FieldRemoved, field.Path, field.Field.Label);
        }

        foreach (var field in after)
        {
            foreach (var change in olds.TryGetValue(field.Path, out var old) ? Field(old, field) : [new(FormChangeKind.FieldAdded, field.Path, null, field.Field.Label)])
            {
                yield return change;
            }
        }

        foreach (var parent in after.Select(field => field.Parent).Distinct())
        {
            if (Reordered(Under(before, parent), Under(after, parent)))
            {
                yield return new(FormChangeKind.FieldsReordered, parent);
            }
        }
    }

    private static IEnumerable<FormChange> Field(PlacedField before, PlacedField after)
    {
        var (old, field) = (before.Field, after.Field);
        IEnumerable<FormChange?> changes =
        [
            before.Parent == after.Parent ? null : new FormChange(FormChangeKind.FieldMoved, after.Path, old.Label, field.Label),
            old.Type == field.Type ? null : new(FormChangeKind.FieldType, after.Path, old.Label, field.Label),
            Words(FormChangeKind.FieldLabel, after.Path, old.Label, field.Label),
            old.Required == field.Required ? null : new(field.Required ? FormChangeKind.FieldRequired : FormChangeKind.FieldOptional, after.Path, old.Label, field.Label),
            .. Choices(after.Path, old, field),
            Same(Rules(old), Rules(field)) && !Reordered(Values(old), Values(field)) ? null : new(FormChangeKind.FieldRules, after.Path, old.Label, field.Label),
        ];
        return changes.OfType<FormChange>();
    }

    private static IEnumerable<FormChange> Choices(string path, FieldDefinition before, FieldDefinition after)
    {
        var olds = before.Options.ToDictionary(option => option.Value, option => option.Label);
        var news = after.Options.ToDictionary(option => option.Value, option => option.Label);
        return
        [
            .. before.Options.Where(option => !news.ContainsKey(option.Value)).Select(option => new FormChange(FormChangeKind.ChoiceRemoved, path, option.Label)),
            .. after.Options.Where(option => !olds.ContainsKey(option.Value)).Select(option => new FormChange(FormChangeKind.ChoiceAdded, path, null, option.Label)),
            .. after.Options.Where(option => olds.TryGetValue(option.Value, out var label) && label != option.Label)
                .Select(option => new FormChange(FormChangeKind.ChoiceLabel, path, olds[option.Value], option.Label)),
        ];
    }

    private static IEnumerable<string> Values(FieldDefinition field) => field.Options.Select(option => option.Value);

    /// <summary>What is left of a field when all that is told by itself is taken away; the order of its choices is a rule too.</summary>
    private static FieldDefinition Rules(FieldDefinition field) => field with
    {
        Type = FieldType.Text,
        Label = Empty,
        Required = true,
        Options = [],
        Fields = [],
    };

    private static List<PlacedField> Placed(FormDefinition form) => [.. form.Pages.SelectMany(page => page.Fields.SelectMany(field => Placed(field, page.Name, "")))];

    private static IEnumerable<PlacedField> Placed(FieldDefinition field, string parent, string prefix)
    {
        var path = prefix + field.Key;
        return field.Fields.SelectMany(inner => Placed(inner, path, $"{path}.")).Prepend(new PlacedField(path, parent, field));
    }

    private static IEnumerable<string> Under(List<PlacedField> fields, string parent) => fields.Where(field => field.Parent == parent).Select(field => field.Path);

    /// <summary>Whether what both have stands in another order; what came or went moves nothing.</summary>
    private static bool Reordered(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (olds, news) = (before.ToList(), after.ToList());
        return !olds.Where(news.Contains).SequenceEqual(news.Where(olds.Contains));
    }

    private static FormChange? Words(FormChangeKind kind, string at, Wording before, Wording after) =>
        before == after ? null : new(kind, at, before, after);

    private static FormChange? Other<T>(FormChangeKind kind, string at, T before, T after) => Same(before, after) ? null : new(kind, at);

    /// <summary>As they would be published: lists in records are not equal by themselves.</summary>
    private static bool Same<T>(T before, T after) => JsonSerializer.Serialize(before, Json) == JsonSerializer.Serialize(after, Json);

    private sealed record PlacedField(string Path, string Parent, FieldDefinition Field);
}
