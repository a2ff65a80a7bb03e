using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teleservices.Benchmarks.Load;

/// <summary>What came back, before any redirect is followed.</summary>
internal readonly record struct Answer(HttpStatusCode Status, string Body, string? Location)
{
    /// <summary>The value of a named input; the first one of that name.</summary>
    public string Input(string name)
    {
        var at = Body.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        var from = at < 0 ? -1 : Body.IndexOf("value=\"", at, StringComparison.Ordinal) + 7;
        return from < 7 ? throw new InvalidOperationException($"No input {name} on: {Body}") : WebUtility.HtmlDecode(Body[from..Body.IndexOf('"', from)]);
    }
}

/// <summary>One person's browser: cookies, and connections kept alive. It parses nothing that it need not, so that the load costs little.</summary>
internal sealed class Visitor(HttpMessageInvoker http, Uri site)
{
    private readonly Dictionary<string, string> cookies = [];
    private string header = "";

    /// <summary>How long every request took, in milliseconds.</summary>
    public List<double> Requests { get; } = [];

    public long Bytes { get; private set; }

    public void Take(IEnumerable<Cookie> given)
    {
        foreach (var cookie in given)
        {
            cookies[cookie.Name] = cookie.Value;
        }

        header = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(site, path)));

    public Task<Answer> Post(string path, HttpContent content) => Send(new HttpRequestMessage(HttpMethod.Post, new Uri(site, path)) { Content = content });

    /// <summary>Loads a page that must be there.</summary>
    public async Task<Answer> Page(string path)
    {
        var page = await Get(path);
        return page.Status == HttpStatusCode.OK ? page : throw new InvalidOperationException($"{path}: {(int)page.Status} {page.Location} {page.Body}");
    }

    /// <summary>Connections to loopback, whatever the host is called.</summary>
    public static HttpMessageInvoker Loopback() => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", header);
        }

        var began = TimeProvider.System.GetTimestamp();
        using var response = await http.SendAsync(request, CancellationToken.None);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Requests.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        Bytes += bytes.Length;
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _ = pair[1].Length == 0 ? cookies.Remove(pair[0]) : (cookies[pair[0]] = pair[1]) is null;
            }

            Take([]);
        }

        return new Answer(response.StatusCode, Encoding.UTF8.GetString(bytes), response.Headers.Location?.ToString());
    }
}
