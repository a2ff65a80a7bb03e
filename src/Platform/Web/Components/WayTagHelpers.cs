using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>Back to the page before; above the main column. A page usually sets <c>ViewData["Back"]</c> instead.</summary>
[HtmlTargetElement("gv-back", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BackTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "/";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-back-link");
        output.Attributes.SetAttribute("href", Href);
        output.Content.Append(ViewContext.Say("Retour"));
    }
}

/// <summary>Where the page lies. Holds <c>&lt;gv-crumb&gt;</c>.</summary>
[HtmlTargetElement("gv-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs");
        output.Attributes.SetAttribute("aria-label", ViewContext.Say("Fil d’Ariane"));
        output.PreContent.AppendHtml("<ol class=\"govuk-breadcrumbs__list\">");
        output.PostContent.AppendHtml("</ol>");
    }
}

/// <summary>One step of <c>&lt;gv-breadcrumbs&gt;</c>; without <c>href</c> the present page.</summary>
[HtmlTargetElement("gv-crumb")]
public sealed class CrumbTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs__list-item");
        output.Content.SetHtmlContent(Href is null
            ? Html.Element("span").With("aria-current", "page").Holding(content)
            : Html.Element("a", "govuk-breadcrumbs__link").With("href", Href).Holding(content));
    }
}

/// <summary>The next and the previous stretch of a long list; lists are read by key, so there are no page numbers. Shows nothing when both are missing.</summary>
[HtmlTargetElement("gv-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Address of the previous stretch.</summary>
    public string? Previous { get; set => field = value.OrNothing(); }

    /// <summary>Address of the next stretch.</summary>
    public string? Next { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Previous is null && Next is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-pager");
        output.Attributes.SetAttribute("aria-label", ViewContext.Say("Pagination"));
        if (Previous is not null)
        {
            output.Content.AppendHtml(Link(Previous, "prev", "app-pager__link").Holding(Icons.Svg("arrow-left"), Html.Element("span", text: ViewContext.Say("Page précédente"))));
        }

        if (Next is not null)
        {
            output.Content.AppendHtml(Link(Next, "next", "app-pager__link app-pager__next").Holding(Html.Element("span", text: ViewContext.Say("Page suivante")), Icons.Svg("arrow-right")));
        }
    }

    private static TagBuilder Link(string href, string rel, string css) => Html.Element("a", css).With("href", href).With("rel", rel);
}
