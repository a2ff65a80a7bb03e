using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Teleservices.TestKit.Stores;

/// <summary>Stands between a process and the broker: can be away, and sees acknowledgements before the broker does.</summary>
public sealed class BrokerProxy : IAsyncDisposable
{
    private const int FrameHead = 7;

    /// <summary>AMQP 0-9-1: a method frame of class <c>basic</c> with method <c>ack</c>.</summary>
    private static readonly byte[] Ack = [0, 60, 0, 80];

    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private readonly int port;
    private TcpListener? listener;

    /// <summary>A way to the broker that is there from the start, or not.</summary>
    public BrokerProxy(bool there = true)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        if (there)
        {
            Come();
        }
    }

    /// <summary>The broker, as a process behind this proxy knows it.</summary>
    public Uri Address => new UriBuilder(TestBus.Broker) { Port = port }.Uri;

    /// <summary>Called for each acknowledgement that a process sends; says whether it is lost, and the connection with it.</summary>
    public Func<bool>? OnAck { get; set; }

    /// <summary>The broker is there.</summary>
    public void Come()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = Accept(listener);
    }

    /// <summary>The broker is gone, and all connections with it.</summary>
    public void Go()
    {
        listener?.Stop();
        foreach (var connection in open.Keys)
        {
            // One that has just ended has no socket any more.
            connection.Client?.Close(0);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Go();
        await end.CancelAsync();
        end.Dispose();
    }

    private async Task Accept(TcpListener from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptTcpClientAsync(end.Token);
                _ = Carry(client);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Gone, as asked.
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var broker = new TcpClient();
        using (client)
        {
            try
            {
                open[client] = open[broker] = true;
                await broker.ConnectAsync(IPAddress.Loopback, TestBus.Broker.Port, end.Token);
                await Task.WhenAny(Frames(client.GetStream(), broker.GetStream()), broker.GetStream().CopyToAsync(client.GetStream(), end.Token));
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One side went away; so does the other.
            }
            finally
            {
                open.TryRemove(client, out _);
                open.TryRemove(broker, out _);
            }
        }
    }

    /// <summary>Frame by frame: type, channel, length, content, end.</summary>
    private async Task Frames(NetworkStream from, NetworkStream to)
    {
        var frame = new byte[FrameHead];
        var greeting = new byte[8];
        await from.ReadExactlyAsync(greeting, end.Token);
        await to.WriteAsync(greeting, end.Token);
        while (true)
        {
            await from.ReadExactlyAsync(frame.AsMemory(0, FrameHead), end.Token);
            var length = FrameHead + (int)BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(3)) + 1;
            if (frame.Length < length)
            {
                Array.Resize(ref frame, length);
            }

            await from.ReadExactlyAsync(frame.AsMemory(FrameHead, length - FrameHead), end.Token);
            if (frame[0] == 1 && frame.AsSpan(FrameHead, Ack.Length).SequenceEqual(Ack) && OnAck?.Invoke() == true)
            {
                return;
            }

            await to.WriteAsync(frame.AsMemory(0, length), end.Token);
        }
    }
}
