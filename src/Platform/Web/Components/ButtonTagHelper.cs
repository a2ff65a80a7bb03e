using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>A button; with <c>href</c> a link that looks like one. Its text names the act.</summary>
[HtmlTargetElement("gv-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary><c>primary</c> (one per page), <c>secondary</c>, <c>warning</c> (cannot be undone) or <c>link</c>.</summary>
    public string Kind { get; set; } = "primary";

    /// <summary>For tables and toolbars.</summary>
    public bool Small { get; set; }

    /// <summary>Leads there instead of sending the form.</summary>
    public string? Href { get; set => field = value.OrNothing(); }

    /// <summary>Name of an icon before the text.</summary>
    public string? Icon { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var css = Kind == "primary" ? "govuk-button" : $"govuk-button govuk-button--{Kind}";
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{css}{(Small ? " govuk-button--small" : "")} {output.Attributes["class"]?.Value}".TrimEnd());
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        if (Icon is not null)
        {
            output.PreContent.AppendHtml(Icons.Svg(Icon));
        }
    }
}
