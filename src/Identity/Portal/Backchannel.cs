using System.Net;
using System.Net.Sockets;

namespace Teleservices.Identity.Portal;

/// <summary>How a portal calls the sign-in host. Names below <c>localhost</c> are loopback by RFC 6761, but .NET does not resolve them.</summary>
internal static class Backchannel
{
    public static HttpMessageHandler Handler(BackchannelOptions options) =>
        options.Backchannel is { } inside ? new Inside(inside) { InnerHandler = Sockets() } : Sockets();

    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                var target = context.DnsEndPoint;
                await (target.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                    ? socket.ConnectAsync(IPAddress.Loopback, target.Port, ct)
                    : socket.ConnectAsync(target, ct));
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Goes to the process inside, under the name by which the sign-in host is known outside.</summary>
    private sealed class Inside(Uri process) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var outside = request.RequestUri!;
            request.Headers.Host = outside.Authority;
            request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", outside.Scheme);
            request.RequestUri = new UriBuilder(outside) { Scheme = process.Scheme, Host = process.Host, Port = process.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>Where a web process finds the sign-in host; section <c>Identity</c>.</summary>
internal sealed class BackchannelOptions
{
    /// <summary>
    /// Address of an identity process inside the network, for example <c>http://identity:8080</c>. Not set: the public address. The identity process
    /// must name the web processes in <c>Hosting:TrustedProxies</c> when the public scheme is https.
    /// </summary>
    public Uri? Backchannel { get; set; }
}
