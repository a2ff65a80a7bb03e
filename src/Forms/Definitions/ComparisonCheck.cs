using Teleservices.Forms.Answers;
using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>Whether a comparison can ever be true of the field it looks at: a misspelt option would hide a question for good.</summary>
internal static class ComparisonCheck
{
    private static readonly DateOnly AnyDay = new(2026, 1, 1);

    public static void Look(SeedNode place, CompareCondition compared, FieldDefinition field)
    {
        if (compared.Comparison == Comparison.Filled)
        {
            Expect(place, compared, ["true", "false"]);
        }
        else if (!Fits(compared.Comparison, field.Type))
        {
            place.Mistake($"'{compared.Field}' cannot be compared by '{ConditionReader.NameOf(compared.Comparison)}'");
        }
        else if (field.Type is FieldType.Choice or FieldType.Choices)
        {
            Expect(place, compared, [.. field.Options.Select(option => option.Value)]);
        }
        else if (field.Type == FieldType.YesNo)
        {
            Expect(place, compared, ["yes", "no"]);
        }
        else if (field.Type is FieldType.Number or FieldType.Amount && compared.Values.FirstOrDefault(value => Numbers.Invariant(value) is null) is { } word)
        {
            place.Mistake($"'{compared.Field}' is a number, but is compared with '{word}'");
        }
        else if (field.Type == FieldType.Date && compared.Values.FirstOrDefault(value => RelativeDate.Of(value, AnyDay) is null) is { } other)
        {
            place.Mistake($"'{compared.Field}' is a date, but is compared with '{other}'");
        }
    }

    private static bool Fits(Comparison comparison, FieldType type) => type switch
    {
        FieldType.Choices => comparison == Comparison.Contains,
        FieldType.Number or FieldType.Amount => comparison != Comparison.Contains,
        FieldType.Date => comparison is Comparison.AtLeast or Comparison.AtMost or Comparison.Before or Comparison.After,
        FieldType.Text or FieldType.LongText or FieldType.Email or FieldType.YesNo or FieldType.Choice or FieldType.Commune =>
            comparison is Comparison.Is or Comparison.IsNot or Comparison.In,
        FieldType.Phone or FieldType.Address or FieldType.File or FieldType.Identity or FieldType.Group or FieldType.Information => false,
    };

    private static void Expect(SeedNode place, CompareCondition compared, IReadOnlyList<string> known)
    {
        foreach (var unknown in compared.Values.Except(known))
        {
            place.Mistake($"'{compared.Field}' is never '{unknown}'; known are {string.Join(", ", known)}");
        }
    }
}
