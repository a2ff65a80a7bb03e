namespace Teleservices.Platform.Tenancy;

/// <summary>The time of the law: a delay, a transfer of competence and an opening day begin at midnight in Paris, whatever the server's clock says.</summary>
public static class LegalTime
{
    /// <summary>Legal time of metropolitan France.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The day that it is in Paris at this moment.</summary>
    public static DateOnly LegalDay(this DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The day that it is in Paris now.</summary>
    public static DateOnly LegalToday(this TimeProvider clock) => clock.GetUtcNow().LegalDay();
}
