using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>All errors at the top of the page, linked to their fields, in the words and the order of the fields. Shows nothing when there are none.</summary>
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
        if (ViewContext.ViewData.ModelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Content.SetHtmlContent(new Summary(ViewContext));
    }

    /// <summary>Made when the page is written, after all fields have been met.</summary>
    private sealed class Summary(ViewContext page) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var order = FieldOrder.Of(page.HttpContext);
            var list = Html.Element("ul", "govuk-list govuk-error-summary__list");
            foreach (var (name, entry) in page.ViewData.ModelState.Where(one => one.Value?.Errors.Count > 0).OrderBy(one => one.Key.Length == 0 ? -1 : order.Place(one.Key)))
            {
                var sentence = entry!.Errors[0].ErrorMessage is { Length: > 0 } message ? message : page.Say("Cette réponse n’a pas été comprise.");
                list.Holding(Html.Element("li").Holding(name.Length == 0
                    ? new HtmlContentBuilder().Append(sentence)
                    : Html.Element("a", text: sentence).With("href", $"#{FieldId.Of(order.Known(name))}")));
            }

            Html.Element("div").With("role", "alert").Holding(
                Html.Element("h2", "govuk-error-summary__title", page.Say("Il y a un problème")),
                Html.Element("div", "govuk-error-summary__body").Holding(list)).WriteTo(writer, encoder);
        }
    }
}
