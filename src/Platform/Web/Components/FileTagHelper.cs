using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Teleservices.Platform.Web.Components;

/// <summary>One file. The form around it needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("gv-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>What the file chooser offers: <c>.pdf,.jpg,.png</c>. Checked again by the server, by content.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = Html.Void("input", Error is null ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error")
            .With("id", Id)
            .With("name", FieldName)
            .With("type", "file")
            .With("accept", Accept)
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true");
        Wrap(output, input, LabelElement(Id), HintElement(), ErrorElement(), input);
    }
}
