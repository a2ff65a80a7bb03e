using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Teleservices.TestKit;

/// <summary>A file as a browser would send it.</summary>
/// <param name="Name">Name that the browser tells.</param>
/// <param name="Content">Bytes.</param>
/// <param name="ContentType">Type that the browser tells; the server must not believe it.</param>
public sealed record UploadedFile(string Name, byte[] Content, string ContentType = "application/octet-stream");

/// <summary>Turns an HTML form and a person's answers into the request that a browser would send (HTML Standard, form submission).</summary>
internal static class FilledForm
{
    public static HttpRequestMessage Request(
        Page page,
        IHtmlFormElement form,
        IHtmlElement? pressed,
        IReadOnlyDictionary<string, string?[]> answers,
        IReadOnlyDictionary<string, UploadedFile> files)
    {
        var unknown = answers.Keys.Concat(files.Keys).Where(name => form.Elements.All(e => e.GetAttribute("name") != name)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException($"No field {string.Join(", ", unknown)} on {page.Address}: {page.Text}");
        }

        var values = Values(form, pressed, answers).ToList();
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page.Address : new Uri(page.Address, action);
        var multipart = form.GetAttribute("enctype") == "multipart/form-data";
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Query = query }.Uri);
        }

        return new HttpRequestMessage(HttpMethod.Post, address) { Content = multipart ? Multipart(form, values, files) : new FormUrlEncodedContent(values) };
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(
        IHtmlFormElement form, IHtmlElement? pressed, IReadOnlyDictionary<string, string?[]> answers)
    {
        var said = new HashSet<string>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled") || element is IHtmlInputElement { Type: "file" })
            {
                continue;
            }

            if (answers.TryGetValue(name, out var given))
            {
                foreach (var value in said.Add(name) ? given.OfType<string>() : [])
                {
                    yield return new(name, value);
                }
            }
            else if (ValueOf(element, pressed) is { } value)
            {
                yield return new(name, value);
            }
        }
    }

    private static string? ValueOf(IElement element, IHtmlElement? pressed) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? choice.Value : null,
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" } or IHtmlButtonElement =>
            element == pressed ? element.GetAttribute("value") ?? "" : null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static MultipartFormDataContent Multipart(
        IHtmlFormElement form, IEnumerable<KeyValuePair<string, string>> values, IReadOnlyDictionary<string, UploadedFile> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "file" && input.Name is not null))
        {
            var file = files.GetValueOrDefault(input.Name!) ?? new UploadedFile("", []);
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{input.Name}\"", FileName = $"\"{file.Name}\"" };
            content.Add(part);
        }

        return content;
    }
}
