using System.Net;
using System.Net.Sockets;

namespace Teleservices.Identity.Tests;

/// <summary>Sends single requests and follows nothing: for looking at redirects, cookies and refusals.</summary>
public sealed class HttpProbe : IDisposable
{
    private readonly int port;
    private readonly HttpClient http;

    public HttpProbe(int port, CookieContainer? cookies = null)
    {
        this.port = port;
        Cookies = cookies ?? new CookieContainer();
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public CookieContainer Cookies { get; }

    public Uri At(string host, string path) => new($"http://{host}.localhost:{port}{path}");

    public Task<HttpResponseMessage> Get(string host, string path) => http.GetAsync(At(host, path));

    public Task<HttpResponseMessage> Get(Uri address) => http.GetAsync(address);

    public Task<HttpResponseMessage> Post(string host, string path, params (string Name, string Value)[] form) => http.PostAsync(
        At(host, path), new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public void Dispose() => http.Dispose();
}
