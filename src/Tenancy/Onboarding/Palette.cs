using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Colours for an administration that has not chosen any: always the same for the same SIREN, and white text on each is readable (RGAA 3.2, at least 4.5:1).</summary>
internal static class Palette
{
    /// <summary>Main and second colour, in pairs.</summary>
    public static IReadOnlyList<AdministrationTheme> Themes { get; } =
    [
        new("#0b5d3b", "#c8102e"), new("#1e5c8a", "#7fb24a"), new("#4b3b8f", "#e0a526"), new("#7b3f00", "#4f9d69"),
        new("#5c2d6e", "#c9b037"), new("#6b2737", "#5b8fb9"), new("#345e6f", "#c49a3a"), new("#3f6212", "#a4508b"),
        new("#00616b", "#8cc63f"), new("#8a1c4a", "#f2a900"), new("#2b4c9b", "#e2725b"), new("#6b4f12", "#d9822b"),
    ];

    public static AdministrationTheme Of(string siren) => Themes[siren.Aggregate(7, (sum, digit) => ((sum * 31) + digit) % 9973) % Themes.Count];
}
