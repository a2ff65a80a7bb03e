using System.Net;
using System.Net.Sockets;

namespace Teleservices.Identity.Portal;

/// <summary>How a portal calls the sign-in host. Names below <c>localhost</c> are loopback by RFC 6761, but .NET does not resolve them.</summary>
internal static class Backchannel
{
    public static HttpMessageHandler Handler() => new SocketsHttpHandler
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
}
