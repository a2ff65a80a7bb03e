using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("gv-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>Height in lines.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Most characters; said in the hint, checked by the server, never cut off while typing.</summary>
    public int? Limit { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Limit is { } limit)
        {
            var sentence = ViewContext.Say("{0:N0} caractères au maximum.", limit);
            Hint = Hint is null ? sentence : $"{Hint} {sentence}";
        }

        var area = Html.Element("textarea", Error is null ? "govuk-textarea" : "govuk-textarea govuk-textarea--error")
            .With("id", Id)
            .With("name", FieldName)
            .With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true");
        // Browsers drop the first line break of a text area: this one is theirs.
        area.InnerHtml.AppendHtml("\n").Append(Shown ?? "");
        Wrap(output, area, LabelElement(Id), HintElement(), ErrorElement(), area);
    }
}
