using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Teleservices.TestKit.Stores;

/// <summary>Stands between a process and a server that it needs, and can be shut.</summary>
public sealed class TcpGate : IAsyncDisposable
{
    private readonly Uri server;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];

    /// <summary>An open way to a server.</summary>
    public TcpGate(Uri server)
    {
        this.server = server;
        listener.Start();
        _ = Accept();
    }

    /// <summary>The server, as a process behind this gate knows it.</summary>
    public Uri Address => new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;

    /// <summary>Whether nobody comes through.</summary>
    public bool IsShut { get; private set; }

    /// <summary>Lets nobody through, and ends what is open.</summary>
    public void Shut()
    {
        IsShut = true;
        foreach (var connection in open.Keys)
        {
            connection.Dispose();
        }
    }

    /// <summary>Lets everybody through again.</summary>
    public void Open() => IsShut = false;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        listener.Stop();
        Shut();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Carry(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // As asked.
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var from = client;
        using var to = new TcpClient();
        if (IsShut)
        {
            return;
        }

        (open[from], open[to]) = (true, true);
        try
        {
            await to.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream()), to.GetStream().CopyToAsync(from.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two has gone: so does the other.
        }
        finally
        {
            open.TryRemove(from, out _);
            open.TryRemove(to, out _);
        }
    }
}
