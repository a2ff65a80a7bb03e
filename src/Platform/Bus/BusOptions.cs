namespace Teleservices.Platform.Bus;

/// <summary>What carries messages between consumers.</summary>
public enum BusTransport
{
    /// <summary>Inside the one process.</summary>
    Memory,

    /// <summary>A RabbitMQ broker, between any number of processes.</summary>
    RabbitMq,
}

/// <summary>How messages travel; section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>What carries them.</summary>
    public BusTransport Transport { get; set; }

    /// <summary>RabbitMQ: <c>amqp://user:password@host:5672/vhost</c>.</summary>
    public Uri? Uri { get; set; }

    /// <summary>RabbitMQ: stands before the names of queues, so that two installations can share a virtual host.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Messages that one consumer works on at the same time in one process; measured: with four, workers fall behind residents on a full machine.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>RabbitMQ: messages that one consumer has at hand in one process; enough to hide the way to the broker, few enough that another worker finds some.</summary>
    public ushort Prefetch { get; set; } = 32;

    /// <summary>
    /// Messages of one consumer on their way at the same time, over all processes. The rest waits in the outbox, where administrations take
    /// turns; in the broker it would be first come, first served.
    /// </summary>
    public int InFlight { get; set; } = 400;

    /// <summary>The queue of a consumer.</summary>
    internal string QueueOf(string consumer) => Prefix + consumer;

    /// <summary>The consumer of the queue that a message came from.</summary>
    internal string ConsumerOf(Uri queue) => queue.Segments[^1][Prefix.Length..];
}
