using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>One answer inside <c>&lt;gv-radios&gt;</c>, <c>&lt;gv-checkboxes&gt;</c> or <c>&lt;gv-select&gt;</c>.</summary>
[HtmlTargetElement("gv-option", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OptionTagHelper : TagHelper
{
    /// <summary>As it is posted.</summary>
    public string Value { get; set; } = "";

    /// <summary>As it is read.</summary>
    public string Label { get; set; } = "";

    /// <summary>A line under the label.</summary>
    public string? Hint { get; set => field = value.OrNothing(); }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        ((List<Choice>)context.Items[typeof(Choice)]).Add(new Choice(Value, Label, Hint));
        output.SuppressOutput();
    }

    internal static async Task<IReadOnlyList<Choice>> Collect(TagHelperContext context, TagHelperOutput output, IEnumerable<Choice>? items)
    {
        var choices = items?.ToList() ?? [];
        context.Items[typeof(Choice)] = choices;
        await output.GetChildContentAsync();
        return choices;
    }
}
