using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Teleservices.Platform.Web.Components;

/// <summary>Short ways to build elements; text is encoded, attributes are encoded, markup comes in as <see cref="IHtmlContent"/> only.</summary>
internal static class Html
{
    public static TagBuilder Element(string name, string? css = null, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.Attributes["class"] = css;
        }

        if (text is not null)
        {
            tag.InnerHtml.Append(text);
        }

        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Holding(this TagBuilder tag, params IHtmlContent?[] parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
            {
                tag.InnerHtml.AppendHtml(part);
            }
        }

        return tag;
    }

    /// <summary>Text for those who do not see the page around it.</summary>
    public static TagBuilder Unseen(string text) => Element("span", "govuk-visually-hidden", text);

    /// <summary>An element without a closing tag.</summary>
    public static TagBuilder Void(string name, string? css = null)
    {
        var tag = Element(name, css);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }
}
