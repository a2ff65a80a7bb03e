using System.Net;
using System.Net.Sockets;

namespace Teleservices.Faults;

/// <summary>The one address of the platform: each connection goes to a web process that takes it, in turn; what is down is passed over.</summary>
internal sealed class Balancer(int port, IReadOnlyList<int> behind) : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource stopped = new();
    private int turn;

    public void Start()
    {
        listener.Start();
        _ = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        stopped.Dispose();
    }

    private async Task Accept()
    {
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                _ = Carry(await listener.AcceptTcpClientAsync(stopped.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Carry(TcpClient outside)
    {
        using (outside)
        {
            for (var tries = 0; tries < behind.Count; tries++)
            {
                using var inside = new TcpClient();
                try
                {
                    await inside.ConnectAsync(IPAddress.Loopback, behind[Interlocked.Increment(ref turn) % behind.Count], stopped.Token);
                }
                catch (SocketException)
                {
                    continue;
                }

                try
                {
                    await Task.WhenAny(outside.GetStream().CopyToAsync(inside.GetStream(), stopped.Token), inside.GetStream().CopyToAsync(outside.GetStream(), stopped.Token));
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
