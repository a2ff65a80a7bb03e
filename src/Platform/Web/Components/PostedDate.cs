using System.Globalization;
using Teleservices.Platform.Results;

namespace Teleservices.Platform.Web.Components;

/// <summary>Reads the three fields of <c>&lt;gv-date&gt;</c>.</summary>
public static class PostedDate
{
    /// <summary>The date, nothing if all three fields are empty, or what is wrong with them.</summary>
    /// <param name="day">As typed.</param>
    /// <param name="month">As typed.</param>
    /// <param name="year">As typed, four digits.</param>
    public static Result<DateOnly?> Read(string? day, string? month, string? year)
    {
        var parts = new[] { day?.Trim(), month?.Trim(), year?.Trim() };
        if (parts.All(string.IsNullOrEmpty))
        {
            return default(DateOnly?);
        }

        if (Array.FindIndex(parts, string.IsNullOrEmpty) is var missing and >= 0)
        {
            return new Refusal(missing switch
            {
                0 => "Indiquez aussi le jour.",
                1 => "Indiquez aussi le mois.",
                _ => "Indiquez aussi l’année.",
            });
        }

        if (parts[2]!.Length != 4 || !Number(parts[2], out var y) || y < 1)
        {
            return new Refusal("L’année s’écrit avec quatre chiffres, par exemple 1987.");
        }

        return Number(parts[0], out var d) && Number(parts[1], out var m) && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : (Result<DateOnly?>)new Refusal("Cette date n’existe pas. Vérifiez le jour et le mois.");
    }

    private static bool Number(string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
