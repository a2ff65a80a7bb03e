using System.Globalization;
using Microsoft.Extensions.Localization;
using Teleservices.Contracts;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents;

/// <summary>Filed texts and dates as the present reader reads them.</summary>
internal static class WordsOf
{
    /// <summary>A filed text in the person's language.</summary>
    public static string InWords(this Text text) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? text.En ?? text.Fr : text.Fr;

    /// <summary>A refusal of this module in the person's language.</summary>
    public static string InWords(this Refusal refusal, IStringLocalizer<Texts> texts) => texts[refusal.Text, refusal.Arguments];

    /// <summary>A day in full: « lundi 23 novembre 2026 ».</summary>
    public static string InWords(this DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    /// <summary>The day of a moment, in Paris.</summary>
    public static string DayInWords(this DateTimeOffset moment) => moment.LegalDay().InWords();

    /// <summary>The hour of a moment, in Paris.</summary>
    public static string HourInWords(this DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, LegalTime.Zone).ToString("t", CultureInfo.CurrentCulture);
}
