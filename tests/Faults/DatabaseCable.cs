using System.Net;
using System.Net.Sockets;

namespace Teleservices.Faults;

/// <summary>
/// The way from our processes to the database. It can be cut at the worst moment: when the database has committed and before it could say so.
/// Whoever was committing then does not know whether it has happened.
/// </summary>
internal sealed class DatabaseCable(int port, int database) : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource stopped = new();
    private int cuts;

    public void Start()
    {
        listener.Start(512);
        _ = Accept();
    }

    /// <summary>So many of the next commits are carried out and never confirmed.</summary>
    public void CutCommits(int many) => Interlocked.Exchange(ref cuts, many);

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
        using (var inside = new TcpClient { NoDelay = true })
        {
            outside.NoDelay = true;
            try
            {
                await inside.ConnectAsync(IPAddress.Loopback, database, stopped.Token);
                var line = new Line();
                await Task.WhenAny(Ask(outside.GetStream(), inside.GetStream(), line), Answer(inside.GetStream(), outside.GetStream(), line));
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException)
            {
                // As a cable that is pulled: both ends notice.
            }
        }
    }

    private async Task Ask(NetworkStream from, NetworkStream to, Line line)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, stopped.Token)) > 0;)
        {
            if (Volatile.Read(ref cuts) > 0 && buffer.AsSpan(0, read).IndexOf("COMMIT"u8) >= 0 && Interlocked.Decrement(ref cuts) >= 0)
            {
                line.IsCut = true;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stopped.Token);
        }
    }

    private async Task Answer(NetworkStream from, NetworkStream to, Line line)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, stopped.Token)) > 0 && !line.IsCut;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), stopped.Token);
        }
    }

    /// <summary>What one direction tells the other.</summary>
    private sealed class Line
    {
        public volatile bool IsCut;
    }
}
