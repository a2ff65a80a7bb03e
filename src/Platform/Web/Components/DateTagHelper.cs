using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>A date known by heart, in three fields: posts <c>name.day</c>, <c>name.month</c>, <c>name.year</c>. Read it with <see cref="PostedDate"/> or bind a <see cref="DateOnly"/>.</summary>
[HtmlTargetElement("gv-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <summary>The person's own date of birth: browsers offer to fill it in.</summary>
    public bool Birth { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        DateOnly? known = DateOnly.TryParseExact(Shown, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var fields = Html.Element("div", "govuk-date-input").With("id", $"{Id}-date").Holding(
            Part("day", Id, ViewContext.Say("Jour"), 2, known?.Day),
            Part("month", $"{Id}-month", ViewContext.Say("Mois"), 2, known?.Month),
            Part("year", $"{Id}-year", ViewContext.Say("Année"), 4, known?.Year));
        var fieldset = Html.Element("fieldset", "govuk-fieldset").With("role", "group").With("aria-describedby", DescribedBy)
            .Holding(LegendElement(), HintElement(), ErrorElement(), fields);
        Wrap(output, null, fieldset);
    }

    private TagBuilder Part(string part, string id, string label, int width, int? known)
    {
        var input = Html.Void("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}")
            .With("id", id)
            .With("name", $"{FieldName}.{part}")
            .With("type", "text")
            .With("inputmode", "numeric")
            .With("maxlength", width.ToString(CultureInfo.InvariantCulture))
            .With("autocomplete", Birth ? $"bday-{part}" : null)
            .With("value", Posted($"{FieldName}.{part}") ?? known?.ToString(CultureInfo.InvariantCulture))
            .With("aria-invalid", Error is null ? null : "true");
        return Html.Element("div", "govuk-date-input__item").Holding(Html.Element("div", "govuk-form-group").Holding(
            Html.Element("label", "govuk-label govuk-date-input__label", label).With("for", id),
            input));
    }
}
