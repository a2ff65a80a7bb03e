using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web.Theme;

/// <summary>The look of one host: its style sheet and its emblem, made from the two colours of the administration.</summary>
internal sealed class Look
{
    private static readonly AdministrationTheme Neutral = new("#23405c", "#8fb3d1");

    private const string Shield = "M4 3h32v20c0 11-7 17-16 21C11 40 4 34 4 23z";

    private Look(string initials, AdministrationTheme theme)
    {
        var primary = Colour.Parse(theme.Primary) ?? Colour.Parse(Neutral.Primary)!.Value;
        var accent = Colour.Parse(theme.Accent) ?? Colour.Parse(Neutral.Accent)!.Value;
        var onPrimary = primary.Contrast(Colour.White) >= 4.5 ? Colour.White : Colour.Ink;
        var tint = primary.Mix(Colour.White, 0.94);
        var link = primary.ReadableOn(tint, 5.5);
        Initials = initials;
        Sheet = $$"""
            :root{--theme-primary:{{primary}};--theme-primary-dark:{{(onPrimary == Colour.White ? primary.Mix(Colour.Ink, 0.35) : primary.Mix(Colour.White, 0.35))}};--theme-on-primary:{{onPrimary}};--theme-accent:{{accent}};--theme-tint:{{tint}};--theme-tint-strong:{{primary.Mix(Colour.White, 0.86)}};--theme-ink:{{primary.ReadableOn(tint, 4.5)}};--govuk-brand-colour:{{primary}};--govuk-link-colour:{{link}};--govuk-link-hover-colour:{{link.Mix(Colour.Ink, 0.5)}}}
            """;
        Emblem = $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 46\"><path d=\"{Shield}\" fill=\"{primary}\" stroke=\"{accent}\" stroke-width=\"3\"/>{Letters(onPrimary.ToString())}</svg>";
        Inline = $"<svg class=\"app-emblem\" viewBox=\"0 0 40 46\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Shield}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>{Letters("currentColor")}</svg>";
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet + Emblem)))[..12];
    }

    /// <summary>One or two capitals of the name.</summary>
    public string Initials { get; }

    /// <summary>CSS custom properties that <c>app.scss</c> uses.</summary>
    public string Sheet { get; }

    /// <summary>The emblem as a file, for the browser's tab.</summary>
    public string Emblem { get; }

    /// <summary>The emblem within a page, in the colour of the text around it.</summary>
    public string Inline { get; }

    /// <summary>Changes when the look does; part of the addresses, so that they may be cached for ever.</summary>
    public string Version { get; }

    public static Look Of(Current current) => current.Administration is { } administration
        ? new Look(InitialsOf(administration.ShortName), administration.Theme)
        : new Look("T", Neutral);

    private static string InitialsOf(string name)
    {
        var capitals = name.Split([' ', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word[0]).Where(char.IsUpper).Take(2).ToArray();
        return capitals.Length == 0 ? "T" : new string(capitals);
    }

    private string Letters(string fill) =>
        $"<text x=\"20\" y=\"28\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-weight=\"700\" font-size=\"{(Initials.Length == 1 ? 20 : 15)}\" fill=\"{fill}\">{HtmlEncoder.Default.Encode(Initials)}</text>";
}
