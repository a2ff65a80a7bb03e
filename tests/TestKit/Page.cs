using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Teleservices.TestKit;

/// <summary>What a browser shows after a request.</summary>
public sealed partial class Page
{
    private Page(HttpResponseMessage response, byte[] bytes, IHtmlDocument document) =>
        (Response, Bytes, Document) = (response, bytes, document);

    /// <summary>The last response, after redirects.</summary>
    public HttpResponseMessage Response { get; }

    /// <summary>Its body.</summary>
    public byte[] Bytes { get; }

    /// <summary>Its body as HTML.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>Status of the last response.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the redirects ended.</summary>
    public Uri Address => Response.RequestMessage!.RequestUri!;

    /// <summary>The visible text of the main part, white space folded.</summary>
    public string Text => Spaces().Replace((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "", " ").Trim();

    /// <summary>The heading.</summary>
    public string Heading => Spaces().Replace(Document.QuerySelector("h1")?.TextContent ?? "", " ").Trim();

    /// <summary>Sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => Spaces().Replace(item.TextContent, " ").Trim())];

    /// <summary>Value of a control by its name.</summary>
    public string? ValueOf(string name) => Document.GetElementsByName(name).AsEnumerable().FirstOrDefault() switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => Document.GetElementsByName(name).OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked)?.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    internal static async Task<Page> Read(HttpResponseMessage response, CancellationToken ct)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        var html = response.Content.Headers.ContentType?.MediaType is "text/html" ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        return new Page(response, bytes, await new HtmlParser().ParseDocumentAsync(html, ct));
    }

    internal (IHtmlFormElement Form, IHtmlElement? Pressed) FormWith(string? button)
    {
        var buttons = Document.QuerySelectorAll("main button, main input[type=submit]").OfType<IHtmlElement>().ToList();
        var pressed = button is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(b => b.TextContent.Contains(button, StringComparison.OrdinalIgnoreCase))
                ?? Document.QuerySelectorAll("button").OfType<IHtmlElement>().FirstOrDefault(b => b.TextContent.Contains(button, StringComparison.OrdinalIgnoreCase));
        var form = (pressed as IHtmlButtonElement)?.Form ?? (pressed as IHtmlInputElement)?.Form ?? pressed?.Closest("form") as IHtmlFormElement;
        return form is not null
            ? (form, pressed)
            : throw new InvalidOperationException($"No form with a button « {button} » on {Address} ({(int)Status}): {Text}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
