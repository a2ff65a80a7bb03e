using System.Net;
using System.Net.Sockets;

namespace Teleservices.Faults;

/// <summary>The one address of the platform: each connection goes to a web process that takes it, in turn; what is down is passed over.</summary>
internal sealed class Balancer(int port, IReadOnlyList<int> behind) : Relay(port)
{
    private int turn;

    protected override async Task Carry(TcpClient outside)
    {
        using (outside)
        {
            for (var tries = 0; tries < behind.Count; tries++)
            {
                using var inside = new TcpClient();
                try
                {
                    await inside.ConnectAsync(IPAddress.Loopback, behind[Interlocked.Increment(ref turn) % behind.Count], Stopped);
                }
                catch (SocketException)
                {
                    continue;
                }

                try
                {
                    await Task.WhenAny(outside.GetStream().CopyToAsync(inside.GetStream(), Stopped), inside.GetStream().CopyToAsync(outside.GetStream(), Stopped));
                }
                catch (Exception broken) when (broken is IOException or OperationCanceledException)
                {
                    // As a cable that is pulled: both ends notice.
                }

                return;
            }
        }
    }
}
