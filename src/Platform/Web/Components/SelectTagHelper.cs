using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>One of a long list; for fewer than about eight answers radios are better.</summary>
[HtmlTargetElement("gv-select")]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The answers; or write <c>&lt;gv-option&gt;</c> inside.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>Text of the first, empty answer: «Choisissez une commune». Left out, there is none.</summary>
    public string? Placeholder { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var choices = await OptionTagHelper.Collect(context, output, Items);
        var chosen = Chosen();
        var select = Html.Element("select", Error is null ? "govuk-select" : "govuk-select govuk-select--error")
            .With("id", Id)
            .With("name", FieldName)
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true");
        if (Placeholder is not null)
        {
            select.Holding(Html.Element("option", text: Placeholder).With("value", ""));
        }

        foreach (var choice in choices)
        {
            select.Holding(Html.Element("option", text: choice.Label).With("value", choice.Value).With("selected", chosen.Contains(choice.Value) ? "selected" : null));
        }

        Wrap(output, select, LabelElement(Id), HintElement(), ErrorElement(), select);
    }
}
