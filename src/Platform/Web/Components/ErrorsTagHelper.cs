using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>All errors at the top of the page, linked to their fields, in the words that stand beside the fields. Shows nothing when there are none.</summary>
[HtmlTargetElement("gv-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var list = Html.Element("ul", "govuk-list govuk-error-summary__list");
        var any = false;
        foreach (var (name, entry) in ViewContext.ViewData.ModelState)
        {
            if (entry.Errors is not [var error, ..])
            {
                continue;
            }

            any = true;
            var sentence = error.ErrorMessage is { Length: > 0 } message ? message : ViewContext.Say("Cette réponse n’a pas été comprise.");
            list.Holding(Html.Element("li").Holding(name.Length == 0
                ? new HtmlContentBuilder().Append(sentence)
                : Html.Element("a", text: sentence).With("href", $"#{FieldId.Of(name)}")));
        }

        if (!any)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Content.AppendHtml(Html.Element("div").With("role", "alert").Holding(
            Html.Element("h2", "govuk-error-summary__title", ViewContext.Say("Il y a un problème")),
            Html.Element("div", "govuk-error-summary__body").Holding(list)));
    }
}
