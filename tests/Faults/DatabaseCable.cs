using System.Net;
using System.Net.Sockets;

namespace Teleservices.Faults;

/// <summary>
/// The way from our processes to the database. It can be cut at the worst moment: when the database has committed and before it could say so.
/// Whoever was committing then does not know whether it has happened.
/// </summary>
internal sealed class DatabaseCable(int port, int database) : Relay(port)
{
    private int cuts;

    /// <summary>So many of the next commits are carried out and never confirmed.</summary>
    public void CutCommits(int many) => Interlocked.Exchange(ref cuts, many);

    protected override async Task Carry(TcpClient outside)
    {
        using (outside)
        using (var inside = new TcpClient { NoDelay = true })
        {
            outside.NoDelay = true;
            try
            {
                await inside.ConnectAsync(IPAddress.Loopback, database, Stopped);
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
        for (int read; (read = await from.ReadAsync(buffer, Stopped)) > 0;)
        {
            if (Volatile.Read(ref cuts) > 0 && buffer.AsSpan(0, read).IndexOf("COMMIT"u8) >= 0 && Interlocked.Decrement(ref cuts) >= 0)
            {
                line.IsCut = true;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), Stopped);
        }
    }

    private async Task Answer(NetworkStream from, NetworkStream to, Line line)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, Stopped)) > 0 && !line.IsCut;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), Stopped);
        }
    }

    /// <summary>What one direction tells the other.</summary>
    private sealed class Line
    {
        public volatile bool IsCut;
    }
}
