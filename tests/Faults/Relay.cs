using System.Net;
using System.Net.Sockets;

namespace Teleservices.Faults;

/// <summary>A port whose connections are carried on to somewhere else, each on its own.</summary>
internal abstract class Relay(int port) : IAsyncDisposable
{
    /// <summary>As many as may wait to be taken: after an outage all come at once.</summary>
    private const int Waiting = 512;

    private readonly TcpListener listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource stopped = new();

    /// <summary>The relay is taken away.</summary>
    protected CancellationToken Stopped => stopped.Token;

    public void Start()
    {
        listener.Start(Waiting);
        _ = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        stopped.Dispose();
    }

    /// <summary>Carries one connection until one side ends it.</summary>
    protected abstract Task Carry(TcpClient outside);

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
}
