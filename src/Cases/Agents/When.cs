using System.Globalization;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>Days and hours in full, in Paris, and texts, in the language of the page.</summary>
internal static class When
{
    private static bool French => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    /// <summary>A text of the form in the language of the page.</summary>
    public static string Said(this Text text) => new Wording(text.Fr, text.En).ToString();

    /// <summary>« 1er mai 2027 », "1 May 2027", never broken over two lines.</summary>
    public static string Said(this DateOnly day) => Whole(French && day.Day == 1
        ? $"1er {day.ToString("MMMM yyyy", CultureInfo.CurrentCulture)}"
        : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>The day of a moment.</summary>
    public static string SaidDay(this DateTimeOffset moment) => ParisDay.Of(moment).Said();

    /// <summary>« 14 h 32 », "14:32".</summary>
    public static string SaidHour(this DateTimeOffset moment)
    {
        var there = TimeZoneInfo.ConvertTime(moment, ParisDay.Zone);
        return Whole(there.ToString(French ? "H' h 'mm" : "H:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>« 3 mai 2027 à 14 h 32 ».</summary>
    public static string Said(this DateTimeOffset moment) => $"{moment.SaidDay()}{(French ? " à " : " at ")}{moment.SaidHour()}";

    private static string Whole(string words) => words.Replace(' ', '\u00A0');
}
