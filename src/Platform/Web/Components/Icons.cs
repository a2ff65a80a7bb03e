using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>Our icons, drawn on a grid of 24; always beside words, never instead of them.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alert"] = "<path d=\"M12 4 2.5 20h19zM12 10v4M12 17v.01\"/>",
        ["arrow-left"] = "<path d=\"M20 12H5M11 6l-6 6 6 6\"/>",
        ["arrow-right"] = "<path d=\"M4 12h15M13 6l6 6-6 6\"/>",
        ["bell"] = "<path d=\"M6 16V10a6 6 0 0 1 12 0v6l2 2H4zM10 21h4\"/>",
        ["bin"] = "<path d=\"M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5\"/>",
        ["book"] = "<path d=\"M12 6C9 4 5 4 3 5v14c2-1 6-1 9 1 3-2 7-2 9-1V5c-2-1-6-1-9 1zM12 6v14\"/>",
        ["building"] = "<path d=\"M3 21h18M5 21V9l7-5 7 5v12M9 21v-6h6v6M9 11h.01M15 11h.01\"/>",
        ["bus"] = "<rect x=\"4\" y=\"4\" width=\"16\" height=\"13\" rx=\"2\"/><path d=\"M4 11h16M7 17v3M17 17v3M8 14h.01M16 14h.01\"/>",
        ["calendar"] = "<rect x=\"3\" y=\"5\" width=\"18\" height=\"16\" rx=\"2\"/><path d=\"M3 10h18M8 3v4M16 3v4\"/>",
        ["check"] = "<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>",
        ["chevron"] = "<path d=\"m9 5 7 7-7 7\"/>",
        ["clock"] = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3.5 2\"/>",
        ["cross"] = "<path d=\"m6 6 12 12M18 6 6 18\"/>",
        ["document"] = "<path d=\"M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7\"/>",
        ["dot"] = "<circle cx=\"12\" cy=\"12\" r=\"4\" fill=\"currentColor\"/>",
        ["download"] = "<path d=\"M12 4v11M7 11l5 5 5-5M4 20h16\"/>",
        ["drop"] = "<path d=\"M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z\"/>",
        ["edit"] = "<path d=\"M4 20h4L19 9l-4-4L4 16zM13 7l4 4\"/>",
        ["family"] = "<circle cx=\"8\" cy=\"7\" r=\"3\"/><circle cx=\"17\" cy=\"9\" r=\"2.4\"/><path d=\"M2.5 20v-2a5.5 5.5 0 0 1 11 0v2M14.5 20h7v-1.500a4.500 4.500 0 0 0-6.500-4\"/>",
        ["heart"] = "<path d=\"M12 20C5 15 3 11.500 3 8.500A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 9 1.500c0 3-2 6.500-9 11.500z\"/>",
        ["home"] = "<path d=\"M3 11.500 12 4l9 7.500M6 10v10h12V10M10 20v-5h4v5\"/>",
        ["info"] = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v5M12 8v.01\"/>",
        ["inbox"] = "<path d=\"M3 13 6 5h12l3 8v6H3zM3 13h5l1.500 3h5l1.500-3h5\"/>",
        ["leaf"] = "<path d=\"M5 19C5 9 11 5 20 4c0 10-4 15-11 15-2 0-3-.5-4-2M5 21c1-5 4-8 9-11\"/>",
        ["lock"] = "<rect x=\"5\" y=\"11\" width=\"14\" height=\"9\" rx=\"2\"/><path d=\"M8 11V8a4 4 0 0 1 8 0v3\"/>",
        ["mail"] = "<rect x=\"3\" y=\"5\" width=\"18\" height=\"14\" rx=\"2\"/><path d=\"m3 8 9 6 9-6\"/>",
        ["message"] = "<path d=\"M4 5h16v11H11l-5 4v-4H4z\"/>",
        ["note"] = "<path d=\"M5 4h14v11l-5 5H5zM14 20v-5h5M8 9h8M8 13h4\"/>",
        ["palette"] = "<path d=\"M12 3a9 9 0 1 0 0 18c2 0 2-1.500 1.500-2.500s0-2.500 1.500-2.500h2.500c2 0 3.500-1.500 3.500-4 0-5-4-9-9-9zM7.500 12h.01M9.500 8h.01M14.500 8h.01\"/>",
        ["paper-clip"] = "<path d=\"m19 11-7.500 7.500a4.500 4.500 0 0 1-6.500-6.500L13 4a3 3 0 0 1 4.500 4.500L10 16a1.500 1.500 0 0 1-2-2l6.500-6.500\"/>",
        ["pause"] = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M10 9v6M14 9v6\"/>",
        ["person"] = "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21v-1a7 7 0 0 1 7-6h2a7 7 0 0 1 7 6v1\"/>",
        ["phone"] = "<path d=\"M6 3h3l2 5-2.500 2a12 12 0 0 0 5.500 5.500L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z\"/>",
        ["pin"] = "<path d=\"M12 21c-5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2 6-7 11z\"/><circle cx=\"12\" cy=\"10\" r=\"2.500\"/>",
        ["plus"] = "<path d=\"M12 5v14M5 12h14\"/>",
        ["printer"] = "<path d=\"M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z\"/>",
        ["road"] = "<path d=\"M8 3 4 21M16 3l4 18M12 4v3M12 11v3M12 18v3\"/>",
        ["route"] = "<circle cx=\"6\" cy=\"18\" r=\"2.500\"/><circle cx=\"18\" cy=\"6\" r=\"2.500\"/><path d=\"M8.500 18H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.500\"/>",
        ["school"] = "<path d=\"m2 9 10-5 10 5-10 5zM6 11.500V17c3 2.500 9 2.500 12 0v-5.500M22 9v6\"/>",
        ["search"] = "<circle cx=\"11\" cy=\"11\" r=\"7\"/><path d=\"m16 16 5 5\"/>",
        ["send"] = "<path d=\"M3 11 21 4l-7 17-3.500-7zM21 4 10.500 14\"/>",
        ["shield"] = "<path d=\"M12 3 4 6v6c0 5 3.500 7.500 8 9 4.500-1.500 8-4 8-9V6z\"/>",
        ["tag"] = "<path d=\"M3 12V4h8l10 10-7 7zM7.500 8h.01\"/>",
        ["upload"] = "<path d=\"M12 20V8M7 12l5-5 5 5M4 4h16\"/>",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names of all icons.</summary>
    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    /// <summary>The drawing, hidden from assistive technology; an unknown name draws the plain document.</summary>
    public static IHtmlContent Svg(string name) => new HtmlString(
        $"<svg class=\"app-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{(Drawings.TryGetValue(name, out var drawing) ? drawing : Drawings["document"])}</svg>");
}

/// <summary>One of our <see cref="Icons"/>.</summary>
[HtmlTargetElement("gv-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Svg(Name));
    }
}
