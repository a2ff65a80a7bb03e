namespace Teleservices.Cases.Model;

/// <summary>The day on which something happened where the law of this platform applies: a delay is counted in days of Paris, not of UTC.</summary>
internal static class ParisDay
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());
}
