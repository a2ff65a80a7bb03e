using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>Questions and answers, to check before filing or to read afterwards. Holds <c>&lt;gv-row&gt;</c>.</summary>
[HtmlTargetElement("gv-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    /// <summary>Without lines between the rows.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", Plain ? "govuk-summary-list govuk-summary-list--no-border" : "govuk-summary-list");
    }
}

/// <summary>One question with its answer; write the answer as <c>value=</c> or as content.</summary>
[HtmlTargetElement("gv-row")]
public sealed class RowTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The question, short.</summary>
    public string Label { get; set; } = "";

    /// <summary>The answer as text; line breaks are kept. An empty one is shown as "Non renseigné".</summary>
    public string? Value { get; set; }

    /// <summary>Where it can be changed; shows "Modifier".</summary>
    public string? Change { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Change is null ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        var value = Html.Element("dd", "govuk-summary-list__value");
        if (!content.IsEmptyOrWhiteSpace)
        {
            value.Holding(content);
        }
        else if (string.IsNullOrWhiteSpace(Value))
        {
            value.Holding(Html.Element("span", "app-muted", ViewContext.Say("Non renseigné")));
        }
        else
        {
            value.InnerHtml.Append(Value);
        }

        output.Content.AppendHtml(Html.Element("dt", "govuk-summary-list__key", Label)).AppendHtml(value);
        if (Change is not null)
        {
            output.Content.AppendHtml(Html.Element("dd", "govuk-summary-list__actions").Holding(
                Html.Element("a", "govuk-link", ViewContext.Say("Modifier")).With("href", Change)
                    .Holding(Html.Unseen($" {Label}"))));
        }
    }
}
