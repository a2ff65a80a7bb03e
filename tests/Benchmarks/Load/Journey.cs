using System.Net;
using Teleservices.TestKit;

namespace Teleservices.Benchmarks.Load;

/// <summary>One input of a form as it was sent.</summary>
internal sealed record Sent(string Name, string Value, bool IsFile);

/// <summary>One form that was sent.</summary>
internal sealed record Step(string Path, bool Multipart, IReadOnlyList<Sent> Fields);

/// <summary>
/// The way of a resident through an e-service, found once by somebody who reads the pages (<see cref="FormWalker"/>) and then gone again and again:
/// every page is loaded, every form is sent with the tokens of the page that was just loaded, every redirect is followed.
/// </summary>
internal sealed class Journey(string form, IReadOnlyList<Step> steps)
{
    private static readonly string[] OfThePage = ["__RequestVerificationToken", "key", "saves"];

    private string Start => $"/demarches/{form}/commencer";

    /// <summary>Files one request and notes every form that is sent on the way.</summary>
    public static async Task<Journey> Record(PortalClient browser, string form)
    {
        var steps = new List<Step>();
        browser.Sending = async request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                steps.Add(await StepOf(request));
            }
        };
        (await browser.FileRequest(form)).Number();
        browser.Sending = null;
        return new Journey(form, steps);
    }

    /// <summary>Opens a draft and stays on its first page.</summary>
    /// <returns>The path of that page.</returns>
    public static async Task<string> Open(Visitor visitor, string form)
    {
        var path = $"/demarches/{form}/commencer";
        var start = await visitor.Get(path);
        if (start.Status == HttpStatusCode.OK)
        {
            // A form about a place asks for it first: the first one offered will do.
            start = await visitor.Post(path, new FormUrlEncodedContent(
                new[] { "Commune", OfThePage[0] }.Select(name => KeyValuePair.Create(name, start.Input(name)))));
        }

        return Redirected(start);
    }

    /// <summary>Goes the whole way.</summary>
    /// <returns>Milliseconds from pressing "send" until the server has said that the request is filed.</returns>
    public async Task<double> Go(Visitor visitor)
    {
        var page = await visitor.Page(await Open(visitor, form));
        foreach (var step in steps.Where(step => step.Path != Start))
        {
            page = await visitor.Page(Redirected(await visitor.Post(step.Path, Filled(step, page))));
        }

        // The last two requests were the filing and the confirmation page.
        return visitor.Requests[^2];
    }

    private static async Task<Step> StepOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.PathAndQuery;
        if (request.Content is not MultipartFormDataContent parts)
        {
            var pairs = (await request.Content!.ReadAsStringAsync()).Split('&').Select(pair => pair.Split('=', 2));
            return new Step(path, false, [.. pairs.Select(pair => new Sent(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1]), false))]);
        }

        var fields = new List<Sent>();
        foreach (var part in parts)
        {
            var about = part.Headers.ContentDisposition!;
            fields.Add(new Sent(about.Name!.Trim('"'), await part.ReadAsStringAsync(), about.FileName is not null));
        }

        return new Step(path, true, fields);
    }

    private static HttpContent Filled(Step step, Answer page)
    {
        string Value(Sent field) => OfThePage.Contains(field.Name) ? page.Input(field.Name) : field.Value;
        if (!step.Multipart)
        {
            return new FormUrlEncodedContent(step.Fields.Select(field => KeyValuePair.Create(field.Name, Value(field))));
        }

        var content = new MultipartFormDataContent();
        foreach (var field in step.Fields)
        {
            if (field.IsFile)
            {
                content.Add(new ByteArrayContent([]), $"\"{field.Name}\"", "\"\"");
            }
            else
            {
                content.Add(new StringContent(Value(field)), field.Name);
            }
        }

        return content;
    }

    private static string Redirected(Answer answer) => answer is { Status: HttpStatusCode.Found or HttpStatusCode.SeeOther, Location: { } there }
        ? there
        : throw new InvalidOperationException($"Expected to be sent on, got {(int)answer.Status}: {answer.Body}");
}
