using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>What happened and what comes next, oldest first. Holds <c>&lt;gv-event&gt;</c>.</summary>
[HtmlTargetElement("gv-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "app-timeline");
    }
}

/// <summary>One event of a timeline; its content is what there is to say about it.</summary>
[HtmlTargetElement("gv-event")]
public sealed class EventTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What happened.</summary>
    public string Heading { get; set; } = "";

    /// <summary>When and by whom, ready to read.</summary>
    public string? Meta { get; set => field = value.OrNothing(); }

    /// <summary><c>done</c>, <c>current</c> or <c>waiting</c>.</summary>
    public string State { get; set; } = "done";

    /// <summary>Another icon than that of the state.</summary>
    public string? Icon { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", State == "done" ? "app-timeline__event" : $"app-timeline__event app-timeline__event--{State}");
        if (State == "current")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        var heading = Html.Element("p", "app-timeline__title", Heading);
        if (State == "waiting")
        {
            heading.Holding(Html.Unseen($" ({ViewContext.Say("à venir")})"));
        }

        output.Content.SetHtmlContent(Html.Element("span", "app-timeline__dot").Holding(Icons.Svg(Icon ?? State switch { "current" => "dot", "waiting" => "clock", _ => "check" })));
        output.Content.AppendHtml(heading);
        if (Meta is not null)
        {
            output.Content.AppendHtml(Html.Element("p", "app-timeline__meta", Meta));
        }

        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Html.Element("div", "app-timeline__body").Holding(content));
        }
    }
}

/// <summary>The filters in force, or a choice of views. Holds <c>&lt;gv-chip&gt;</c>.</summary>
[HtmlTargetElement("gv-chips")]
public sealed class ChipsTagHelper : TagHelper
{
    /// <summary>What the list is, for those who do not see it.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "app-chips");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One chip: a filter that a click removes, or a view with its count.</summary>
[HtmlTargetElement("gv-chip")]
public sealed class ChipTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "";

    /// <summary>The click removes this filter.</summary>
    public bool Remove { get; set; }

    /// <summary>The view that is shown now.</summary>
    public bool Current { get; set; }

    /// <summary>How many there are.</summary>
    public int? Count { get; set; }

    /// <summary>Name of an icon before the text.</summary>
    public string? Icon { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Content.SetHtmlContent(Html.Element("a", "app-chip").With("href", Href).With("aria-current", Current ? "true" : null).Holding(
            Icon is null ? null : Icons.Svg(Icon),
            Remove ? Html.Unseen(ViewContext.Say("Retirer le filtre :") + " ") : null,
            content,
            Count is { } count ? Html.Element("span", "app-chip__count", count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)) : null,
            Remove ? Icons.Svg("cross") : null));
    }
}

/// <summary>A table that scrolls by itself when it is too wide. Write <c>thead</c> and <c>tbody</c> inside.</summary>
[HtmlTargetElement("gv-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table holds.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The caption is said but not shown: the heading above says it.</summary>
    public bool Unseen { get; set; }

    /// <summary>Dense, with a heading that stays, rows as small sheets on a phone: lists of agents and IT staff.</summary>
    public bool Queue { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var caption = Html.Element("caption", Unseen ? "govuk-visually-hidden" : null, Caption);
        output.TagName = "table";
        output.Attributes.SetAttribute("class", Queue ? "app-queue" : "app-table");
        if (!Queue)
        {
            // A queue's heading sticks to the window, which a scrolling box around it would prevent.
            var id = $"table-{context.UniqueId}";
            caption.With("id", id);
            output.PreElement.AppendHtml($"<div class=\"app-table-wrap\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">");
            output.PostElement.AppendHtml("</div>");
        }

        output.PreContent.AppendHtml(caption);
    }
}
