using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>What radios and checkboxes have in common: a fieldset, whose first answer bears the id that errors link to.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The answers; or write <c>&lt;gv-option&gt;</c> inside.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>Smaller boxes, for filters.</summary>
    public bool Small { get; set; }

    /// <summary>In one row: only for two short answers.</summary>
    public bool Inline { get; set; }

    internal abstract string Type { get; }

    internal abstract string Css { get; }

    internal abstract IReadOnlySet<string> Ticked { get; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var choices = await OptionTagHelper.Collect(context, output, Items);
        var ticked = Ticked;
        var list = Html.Element("div", string.Join(' ', new[] { Css, Small ? $"{Css}--small" : null, Inline ? $"{Css}--inline" : null }.OfType<string>()));
        for (var i = 0; i < choices.Count; i++)
        {
            list.Holding(Item(choices[i], i == 0 ? Id : $"{Id}-{(i + 1).ToString(CultureInfo.InvariantCulture)}", ticked.Contains(choices[i].Value)));
        }

        var fieldset = Html.Element("fieldset", "govuk-fieldset").With("aria-describedby", DescribedBy)
            .Holding(LegendElement(), HintElement(), ErrorElement(), list);
        Wrap(output, null, fieldset);
    }

    private TagBuilder Item(Choice choice, string id, bool ticked)
    {
        var hintId = choice.Hint is null ? null : $"{id}-item-hint";
        return Html.Element("div", $"{Css}__item").Holding(
            Html.Void("input", $"{Css}__input").With("id", id).With("name", FieldName).With("type", Type).With("value", choice.Value)
                .With("checked", ticked ? "checked" : null).With("aria-describedby", hintId),
            Html.Element("label", $"govuk-label {Css}__label", choice.Label).With("for", id),
            choice.Hint is null ? null : Html.Element("div", $"govuk-hint {Css}__hint", choice.Hint).With("id", hintId));
    }
}

/// <summary>One of a few answers.</summary>
[HtmlTargetElement("gv-radios")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    internal override string Type => "radio";

    internal override string Css => "govuk-radios";

    internal override IReadOnlySet<string> Ticked => Chosen();
}

/// <summary>Any number of answers.</summary>
[HtmlTargetElement("gv-checkboxes")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    /// <summary>What is known to be ticked; typed forms need none.</summary>
    public IEnumerable<string>? Values { get; set; }

    internal override string Type => "checkbox";

    internal override string Css => "govuk-checkboxes";

    internal override IReadOnlySet<string> Ticked => Chosen(Values);
}

/// <summary>A single box: a consent, an option. Posts <c>true</c> when ticked, nothing otherwise.</summary>
[HtmlTargetElement("gv-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = Html.Void("input", "govuk-checkboxes__input").With("id", Id).With("name", FieldName).With("type", "checkbox").With("value", "true")
            .With("checked", Chosen().Contains("true") ? "checked" : null)
            .With("aria-describedby", DescribedBy);
        var hint = HintElement();
        hint?.AddCssClass("govuk-checkboxes__hint");
        Wrap(
            output,
            input,
            ErrorElement(),
            Html.Element("div", "govuk-checkboxes").Holding(Html.Element("div", "govuk-checkboxes__item").Holding(
                input,
                Html.Element("label", "govuk-label govuk-checkboxes__label", LabelText).With("for", Id),
                hint)));
    }
}
