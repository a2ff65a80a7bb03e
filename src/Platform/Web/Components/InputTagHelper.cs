using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>A line of text.</summary>
[HtmlTargetElement("gv-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary><c>text</c>, <c>email</c>, <c>tel</c>, <c>password</c>, <c>search</c>…; numbers are text with an <c>inputmode</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters (2, 3, 4, 5, 10, 20, 30): says how long an answer is expected to be.</summary>
    public int? Width { get; set; }

    /// <summary>A unit before the field.</summary>
    public string? Prefix { get; set => field = value.OrNothing(); }

    /// <summary>A unit behind the field: €, m², kg.</summary>
    public string? Suffix { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = Html.Void("input", "govuk-input")
            .With("id", Id)
            .With("name", FieldName)
            .With("type", Type)
            .With("value", Type == "password" ? null : Shown)
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true");
        if (Width is { } width)
        {
            input.AddCssClass($"govuk-input--width-{width}");
        }

        if (Error is not null)
        {
            input.AddCssClass("govuk-input--error");
        }

        var whole = Prefix is null && Suffix is null
            ? input
            : Html.Element("div", "govuk-input__wrapper").Holding(Affix("prefix", Prefix), input, Affix("suffix", Suffix));
        Wrap(output, input, LabelElement(Id), HintElement(), ErrorElement(), whole);
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder? Affix(string place, string? text) =>
        text is null ? null : Html.Element("div", $"govuk-input__{place}", text).With("aria-hidden", "true");
}
