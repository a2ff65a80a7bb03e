using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>
/// A labelled field: label, hint, error and control in this order, tied together by <c>aria-describedby</c>. The
/// value and the error come from the model state by name; attributes that are not listed go to the control.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property of the page model, for typed forms.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The posted name, for forms without a model.</summary>
    public string? Name { get; set; }

    /// <summary>What is asked, in the person's language.</summary>
    public string Label { get; set; } = "";

    /// <summary>Size of the label: <c>s</c>, <c>m</c>, <c>l</c> or <c>xl</c>; nothing for the plain one.</summary>
    public string? Size { get; set => field = value.OrNothing(); }

    /// <summary>The label is also the heading of the page: one question per page.</summary>
    public bool Heading { get; set; }

    /// <summary>Help that everybody sees.</summary>
    public string? Hint { get; set => field = value.OrNothing(); }

    /// <summary>Adds "(facultatif)"; what is required is not marked.</summary>
    public bool Optional { get; set; }

    /// <summary>The value when nothing was posted; typed forms need none.</summary>
    public string? Value { get; set; }

    /// <summary>More classes for the group around the field.</summary>
    public string? Group { get; set => field = value.OrNothing(); }

    internal string FieldName => Name
        ?? (For is { } expression ? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name) : null)
        ?? throw new InvalidOperationException("A field needs for= or name=.");

    internal string Id => FieldId.Of(FieldName);

    internal string? Error => ErrorOf(FieldName);

    internal string LabelText => Optional ? ViewContext.Say("{0} (facultatif)", Label) : Label;

    internal string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : HintId, Error is null ? null : ErrorId }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    /// <summary>What was typed, or what is known.</summary>
    internal string? Shown => Posted(FieldName) ?? Value ?? Format(For?.Model);

    /// <summary>All that was chosen, or is known to be.</summary>
    internal IReadOnlySet<string> Chosen(IEnumerable<string>? known = null) =>
        State(FieldName)?.RawValue switch
        {
            string one => new HashSet<string> { one },
            IEnumerable<string> several => several.ToHashSet(),
            _ => (known ?? (Value is { } value ? [value] : FromModel(For?.Model))).ToHashSet(),
        };

    internal string? Posted(string name) => State(name)?.AttemptedValue;

    internal string? ErrorOf(string name) =>
        State(name) is { Errors: [var error, ..] }
            ? error.ErrorMessage is { Length: > 0 } message ? message : ViewContext.Say("Cette réponse n’a pas été comprise.")
            : null;

    internal TagBuilder LabelElement(string forId)
    {
        var label = Html.Element("label", Size is null ? "govuk-label" : $"govuk-label govuk-label--{Size}", LabelText).With("for", forId);
        return Heading ? Html.Element("h1", "govuk-label-wrapper").Holding(label) : label;
    }

    internal TagBuilder LegendElement()
    {
        var legend = Html.Element("legend", $"govuk-fieldset__legend govuk-fieldset__legend--{Size ?? "s"}");
        return Heading
            ? legend.Holding(Html.Element("h1", "govuk-fieldset__heading", LabelText))
            : legend.Holding(new HtmlContentBuilder().Append(LabelText));
    }

    internal TagBuilder? HintElement() => Hint is null ? null : Html.Element("div", "govuk-hint", Hint).With("id", HintId);

    internal TagBuilder? ErrorElement() => Error is not { } error ? null
        : Html.Element("p", "govuk-error-message").With("id", ErrorId)
            .Holding(Html.Unseen(ViewContext.Say("Erreur :") + " "), new HtmlContentBuilder().Append(error));

    /// <summary>Turns the tag into the group and moves its foreign attributes to the control.</summary>
    internal void Wrap(TagHelperOutput output, TagBuilder? control, params IHtmlContent?[] parts)
    {
        FieldOrder.Of(ViewContext.HttpContext).Add(FieldName);
        foreach (var attribute in control is null ? [] : output.Attributes.ToList())
        {
            if (attribute.Name == "class")
            {
                control!.AddCssClass(attribute.Value?.ToString() ?? "");
            }
            else
            {
                control!.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
            }

            output.Attributes.Remove(attribute);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "govuk-form-group", Error is null ? null : "govuk-form-group--error", Group }.OfType<string>()));
        foreach (var part in parts)
        {
            if (part is not null)
            {
                output.Content.AppendHtml(part);
            }
        }
    }

    internal static string? Format(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    private static IEnumerable<string> FromModel(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable several => several.Cast<object?>().Select(Format).OfType<string>(),
        _ => Format(model) is { } one ? [one] : [],
    };

    private ModelStateEntry? State(string name) => ViewContext.ViewData.ModelState[name];
}
