using System.Globalization;
using System.Text.RegularExpressions;

namespace Teleservices.Forms.Definitions;

/// <summary>A date in a definition: <c>2026-01-31</c>, <c>today</c>, <c>today+30d</c>, <c>today-18y</c>, <c>today+6m</c>.</summary>
internal static partial class RelativeDate
{
    public static DateOnly? Of(string text, DateOnly today)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var amount = match.Groups["amount"].Success ? int.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["unit"].Value switch
        {
            "y" => Math.Abs(amount) > 500 ? null : today.AddYears(amount),
            "m" => today.AddMonths(amount),
            _ => today.AddDays(amount),
        };
    }

    [GeneratedRegex(@"^today(?:(?<amount>[+-]\d{1,4})(?<unit>[dmy]))?$")]
    private static partial Regex Shape();
}
