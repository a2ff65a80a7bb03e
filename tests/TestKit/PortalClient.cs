using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;

namespace Teleservices.TestKit;

/// <summary>
/// A browser without JavaScript: one cookie jar, follows redirects over all hosts of the platform, sends the forms it is shown.
/// </summary>
public sealed class PortalClient : IDisposable
{
    private readonly HttpClient http;
    private readonly int port;
    private readonly string host;

    /// <summary>Opens a browser at one host of a server that listens on loopback.</summary>
    public PortalClient(int port, string host, CookieContainer? cookies = null)
    {
        (this.port, this.host) = (port, host);
        Cookies = cookies ?? new CookieContainer();
        http = new HttpClient(Loopback(Cookies), disposeHandler: true) { Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>The cookie jar, shared by every host that this browser visits.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>Told of every request before it is sent.</summary>
    public Func<HttpRequestMessage, Task>? Sending { get; set; }

    /// <summary>The same browser at another host: same cookies.</summary>
    public PortalClient At(string otherHost) => new(port, otherHost, Cookies);

    /// <summary>Full address of a path on this host.</summary>
    public Uri Address(string path) => new(new Uri($"http://{host}:{port}"), path);

    /// <summary>Opens a page.</summary>
    public Task<Page> Get(string path, CancellationToken ct = default) =>
        Send(new HttpRequestMessage(HttpMethod.Get, Address(path)), ct);

    /// <summary>Sends any request.</summary>
    public async Task<Page> Send(HttpRequestMessage request, CancellationToken ct = default)
    {
        await (Sending?.Invoke(request) ?? Task.CompletedTask);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        return await Page.Read(response, ct);
    }

    /// <summary>
    /// Fills in a form of a page and presses a button: hidden values, preselected answers and antiforgery token go along, as in a browser.
    /// </summary>
    /// <param name="page">The page that was shown.</param>
    /// <param name="answers">Values by field name; several values for check boxes; nothing clears a field.</param>
    /// <param name="button">Words on the button, or nothing for the first form's only way out.</param>
    /// <param name="files">Files by field name.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Page> Submit(
        Page page,
        IReadOnlyDictionary<string, string?[]>? answers = null,
        string? button = null,
        IReadOnlyDictionary<string, UploadedFile>? files = null,
        CancellationToken ct = default)
    {
        var (form, pressed) = page.FormWith(button);
        return Send(FilledForm.Request(page, form, pressed, answers ?? new Dictionary<string, string?[]>(), files ?? new Dictionary<string, UploadedFile>()), ct);
    }

    /// <summary>Fills in a form with one value per field.</summary>
    public Task<Page> Submit(Page page, string? button, params (string Field, string? Value)[] answers) =>
        Submit(page, answers.GroupBy(a => a.Field).ToDictionary(g => g.Key, g => g.Select(a => a.Value).ToArray()), button);

    /// <summary>Follows a link by its words.</summary>
    public Task<Page> Follow(Page page, string words, CancellationToken ct = default)
    {
        var link = page.Document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>()
            .FirstOrDefault(a => a.TextContent.Contains(words, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No link « {words} » on {page.Address}: {page.Text}");
        return Send(new HttpRequestMessage(HttpMethod.Get, new Uri(page.Address, link.GetAttribute("href"))), ct);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Loopback(CookieContainer cookies) => new()
    {
        CookieContainer = cookies,
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 20,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
