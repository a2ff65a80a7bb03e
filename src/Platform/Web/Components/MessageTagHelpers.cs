using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>A banner within the page: what was done, what to know, what to heed.</summary>
[HtmlTargetElement("gv-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary><c>info</c>, <c>success</c> or <c>warning</c>.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>A bold first line.</summary>
    public string? Heading { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Kind == "info" ? "app-notice" : $"app-notice app-notice--{Kind}");
        output.PreContent.AppendHtml(Icons.Svg(Kind switch { "success" => "check", "warning" => "alert", _ => "info" })).AppendHtml("<div class=\"app-notice__body\">");
        if (Heading is not null)
        {
            output.PreContent.AppendHtml(Html.Element("p", "app-notice__title", Heading));
        }

        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>The confirmation after an act: a coloured panel with the page's heading.</summary>
[HtmlTargetElement("gv-panel")]
public sealed class PanelTagHelper : TagHelper
{
    /// <summary>The heading of the page.</summary>
    public string Heading { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "app-panel");
        output.PreContent.AppendHtml(Html.Element("h1", "app-panel__title", Heading)).AppendHtml("<div class=\"app-panel__body\">");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>A passage that stands out from the text around it.</summary>
[HtmlTargetElement("gv-inset")]
public sealed class InsetTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary>Text that opens on demand, without JavaScript.</summary>
[HtmlTargetElement("gv-details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>What it opens.</summary>
    public string Summary { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        output.PreContent
            .AppendHtml(Html.Element("summary", "govuk-details__summary").Holding(Html.Element("span", "govuk-details__summary-text", Summary)))
            .AppendHtml("<div class=\"govuk-details__text\">");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>A state in one or two words. Never by colour alone: the text says it.</summary>
[HtmlTargetElement("gv-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary><c>grey</c> (waiting, neutral), <c>blue</c> (in progress), <c>green</c> (done, accepted), <c>orange</c> (something to do), <c>red</c> (refused, late), <c>purple</c> (sent on).</summary>
    public string Colour { get; set; } = "grey";

    /// <summary>Name of an icon before the text.</summary>
    public string? Icon { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", Colour == "grey" ? "app-tag" : $"app-tag app-tag--{Colour}");
        if (Icon is not null)
        {
            output.PreContent.AppendHtml(Icons.Svg(Icon));
        }
    }
}

/// <summary>A legal deadline: icon, words and date, never colour alone.</summary>
[HtmlTargetElement("gv-deadline")]
public sealed class DeadlineTagHelper : TagHelper
{
    /// <summary><c>far</c>, <c>soon</c>, <c>late</c> or <c>paused</c>.</summary>
    public string Kind { get; set; } = "far";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind == "far" ? "app-deadline" : $"app-deadline app-deadline--{Kind}");
        output.PreContent.AppendHtml(Icons.Svg(Kind switch { "late" => "alert", "paused" => "pause", _ => "clock" })).AppendHtml("<span>");
        output.PostContent.AppendHtml("</span>");
    }
}
