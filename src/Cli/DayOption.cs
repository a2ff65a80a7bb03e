using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Teleservices.Cli;

/// <summary>An option for a day, which several commands have.</summary>
internal static class DayOption
{
    /// <summary>A day such as 2027-01-01.</summary>
    public static Option<DateOnly?> Of(IStringLocalizer<Texts> texts, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = argument => Parse(texts, argument),
    };

    private static DateOnly? Parse(IStringLocalizer<Texts> texts, ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            argument.AddError(texts["« {0} » n’est pas une date comme 2027-01-01.", text]);
        }

        return date;
    }
}
