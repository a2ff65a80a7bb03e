using System.Globalization;

namespace Teleservices.Platform.Tenancy;

/// <summary>The time of the law: a delay, a transfer of competence and an opening day begin at midnight in Paris, whatever the server's clock says.</summary>
public static class LegalTime
{
    /// <summary>Legal time of metropolitan France.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The day that it is in Paris at this moment.</summary>
    public static DateOnly LegalDay(this DateTimeOffset moment) => DateOnly.FromDateTime(InParis(moment));

    /// <summary>The day that it is in Paris now.</summary>
    public static DateOnly LegalToday(this TimeProvider clock) => clock.GetUtcNow().LegalDay();

    /// <summary>A day as people write it: «1er janvier 2027», "1 January 2027".</summary>
    public static string Spoken(this DateOnly day) => day.Day == 1 && IsFrench
        ? $"1er {day.ToString("MMMM yyyy", CultureInfo.CurrentCulture)}"
        : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A moment as people write it, in Paris: «1er janvier 2027 à 9 h 05», "1 January 2027 at 09:05".</summary>
    public static string Spoken(this DateTimeOffset moment) => $"{moment.LegalDay().Spoken()} {(IsFrench ? "à" : "at")} {moment.SpokenHour()}";

    /// <summary>The hour of a moment, in Paris, on one line: «9 h 05», "09:05".</summary>
    public static string SpokenHour(this DateTimeOffset moment) =>
        InParis(moment).ToString(IsFrench ? "H'\u00a0h\u00a0'mm" : "HH:mm", CultureInfo.InvariantCulture);

    private static bool IsFrench => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr";

    private static DateTime InParis(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;
}
