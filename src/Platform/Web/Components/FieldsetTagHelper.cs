using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>Fields that belong together: an address, a person.</summary>
[HtmlTargetElement("gv-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    /// <summary>What the fields are about.</summary>
    public string Legend { get; set; } = "";

    /// <summary>Size of the legend: <c>s</c>, <c>m</c>, <c>l</c>, <c>xl</c>.</summary>
    public string Size { get; set; } = "m";

    /// <summary>The legend is also the heading of the page.</summary>
    public bool Heading { get; set; }

    /// <summary>Help that everybody sees.</summary>
    public string? Hint { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var hintId = Hint is null ? null : $"fieldset-{context.UniqueId}";
        var legend = Html.Element("legend", $"govuk-fieldset__legend govuk-fieldset__legend--{Size}");
        legend.Holding(Heading ? Html.Element("h1", "govuk-fieldset__heading", Legend) : new Microsoft.AspNetCore.Html.HtmlContentBuilder().Append(Legend));
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", "govuk-fieldset");
        if (hintId is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", hintId);
        }

        output.PreContent.AppendHtml(legend);
        if (Hint is not null)
        {
            output.PreContent.AppendHtml(Html.Element("div", "govuk-hint", Hint).With("id", hintId));
        }
    }
}
