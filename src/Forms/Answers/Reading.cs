using System.Globalization;
using Teleservices.Forms.Definitions;

namespace Teleservices.Forms.Answers;

/// <summary>Which questions are asked, given the answers so far: pure, total, the same on screen, at the check and at filing.</summary>
/// <param name="form">The form.</param>
/// <param name="answers">What was typed.</param>
/// <param name="today">The day on which it is asked, at the administration's place.</param>
internal sealed class Reading(FormDefinition form, AnswerSet answers, DateOnly today)
{
    public FormDefinition Form => form;

    public AnswerSet Answers => answers;

    public DateOnly Today => today;

    /// <summary>Pages that are asked, in order.</summary>
    public IReadOnlyList<PageDefinition> Pages =>
        [.. form.Pages.Where(page => Holds(page.ShowIf, "") && page.Fields.Any(asked => Holds(asked.ShowIf, "")))];

    /// <summary>Fields of a page that are asked.</summary>
    public IEnumerable<FieldDefinition> Fields(PageDefinition page) => page.Fields.Where(field => Holds(field.ShowIf, ""));

    /// <summary>Fields of one item of a group that are asked.</summary>
    public IEnumerable<FieldDefinition> Fields(FieldDefinition group, int item) =>
        group.Fields.Where(field => Holds(field.ShowIf, AnswerSet.Prefix(group.Key, item)));

    /// <summary>COG code of the commune that decides who is competent: the place that the form asks for, else the one given.</summary>
    public string Commune(string otherwise)
    {
        var place = form.Place is null ? null : form.Fields.FirstOrDefault(field => field.Key == form.Place);
        var cog = place?.Type == FieldType.Address ? answers[$"{place.Key}.commune"] : place is not null ? answers[place.Key] : "";
        return cog.Length > 0 ? cog : otherwise;
    }

    /// <summary>The answer in the form in which it is compared and kept, or nothing when there is none or it makes no sense.</summary>
    /// <param name="field">The question.</param>
    /// <param name="prefix">Prefix of the item, or nothing outside groups.</param>
    public string? Value(FieldDefinition field, string prefix)
    {
        var name = prefix + field.Key;
        var typed = answers[name];
        return field.Type switch
        {
            FieldType.Date => Date(name)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.Number or FieldType.Amount => Numbers.Written(typed) is { } number ? Numbers.Canonical(number) : null,
            FieldType.Address => NullIfEmpty(answers[$"{name}.street"]),
            FieldType.Identity => NullIfEmpty(answers[$"{name}.last_name"]),
            FieldType.Group => answers.Items(name) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : null,
            FieldType.Information => null,
            _ => NullIfEmpty(typed),
        };
    }

    /// <summary>The date of three inputs, or nothing.</summary>
    public DateOnly? Date(string name) =>
        int.TryParse(answers[$"{name}.day"], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && int.TryParse(answers[$"{name}.month"], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(answers[$"{name}.year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Whether a condition holds; without one, always.</summary>
    public bool Holds(Condition? condition, string prefix) => condition switch
    {
        null => true,
        AllCondition all => all.Of.All(one => Holds(one, prefix)),
        AnyCondition any => any.Of.Any(one => Holds(one, prefix)),
        NotCondition not => !Holds(not.Of, prefix),
        CompareCondition compare => Compare(compare, prefix),
        _ => throw new InvalidOperationException($"No such condition: {condition}"),
    };

    private bool Compare(CompareCondition condition, string prefix)
    {
        var (field, at) = Find(condition.Field, prefix);
        var value = field is not null && IsAsked(field, at) ? Value(field, at) : null;
        var wanted = condition.Values[0];
        return condition.Comparison switch
        {
            Comparison.Is => value == wanted,
            Comparison.IsNot => value != wanted,
            Comparison.In => value is not null && condition.Values.Contains(value),
            Comparison.Contains => value is not null && value.Split('\n').Contains(wanted),
            Comparison.Filled => value is not null == (wanted == "true"),
            Comparison.AtLeast => Order(value, wanted) >= 0,
            Comparison.AtMost => Order(value, wanted) <= 0,
            Comparison.Before => Order(value, wanted) < 0,
            Comparison.After => Order(value, wanted) > 0,
        };
    }

    /// <summary>Compares two numbers or two dates; nothing when they cannot be compared.</summary>
    private int? Order(string? value, string wanted)
    {
        if (value is not null && Numbers.Invariant(value) is { } number && Numbers.Invariant(wanted) is { } bound)
        {
            return number.CompareTo(bound);
        }

        return value is not null && RelativeDate.Of(value, today) is { } date && RelativeDate.Of(wanted, today) is { } limit ? date.CompareTo(limit) : null;
    }

    /// <summary>A field of the same item first, then a field of the form.</summary>
    private (FieldDefinition? Field, string Prefix) Find(string key, string prefix)
    {
        if (prefix.Length > 0)
        {
            var group = prefix[..prefix.IndexOf('[', StringComparison.Ordinal)];
            if (form.Fields.FirstOrDefault(field => field.Key == group)?.Fields.FirstOrDefault(field => field.Key == key) is { } sibling)
            {
                return (sibling, prefix);
            }
        }

        return (form.Fields.FirstOrDefault(field => field.Key == key), "");
    }

    /// <summary>An answer that is no longer asked does not count, however it was typed. Conditions look back only, so this ends.</summary>
    private bool IsAsked(FieldDefinition field, string prefix) =>
        Holds(field.ShowIf, prefix)
        && (prefix.Length > 0 || Holds(form.Pages.FirstOrDefault(page => page.Fields.Contains(field))?.ShowIf, ""));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
