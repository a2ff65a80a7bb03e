using System.Globalization;

namespace Teleservices.Platform.Tenancy;

/// <summary>A text that administrations write themselves: French always, English where they give it.</summary>
/// <param name="Fr">French text.</param>
/// <param name="En">English text, or nothing: then the French one is shown.</param>
public sealed record Wording(string Fr, string? En = null)
{
    /// <summary>The text in the language of the current thread.</summary>
    public override string ToString() =>
        En is { Length: > 0 } && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Fr;
}
