using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Teleservices.TestKit.Stores;

namespace Teleservices.Faults.Injected;

/// <summary>What somebody with access to the broker could do: copies, other people's administrations, new identifiers, nonsense.</summary>
internal static class Messages
{
    private static readonly string[] Consumers = ["dispatch-route-request", "cases-open-case", "dispatch-record-delivery"];

    public static async Task Inject(Site site, Random random)
    {
        // After a broker was wiped its queues come back with the workers.
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Send(site, random);
                return;
            }
            catch (Exception fault) when (fault is OperationInterruptedException or BrokerUnreachableException or AlreadyClosedException && tries < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task Send(Site site, Random random)
    {
        await using var connection = await TestBus.Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var consumer in Consumers)
        {
            var queue = site.Bus.Queue(consumer);
            for (var tries = 0; tries < 50; tries++)
            {
                if (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
                {
                    await Copy(channel, queue, message, random);
                    await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);
                    break;
                }

                await Task.Delay(20);
            }

            await channel.BasicPublishAsync("", queue, mandatory: false, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, "{ nonsense"u8.ToArray());
        }
    }

    private static async Task Copy(IChannel channel, string queue, BasicGetResult message, Random random)
    {
        var body = message.Body.ToArray();
        for (var copies = random.Next(1, 4); copies > 0; copies--)
        {
            await channel.BasicPublishAsync("", queue, mandatory: false, new BasicProperties(message.BasicProperties), body);
        }

        // The same words under another identifier: a request that nobody filed.
        var text = System.Text.Encoding.UTF8.GetString(body);
        if (message.BasicProperties.MessageId is { } id)
        {
            var forged = Guid.NewGuid().ToString();
            var properties = new BasicProperties(message.BasicProperties) { MessageId = forged };
            await channel.BasicPublishAsync("", queue, mandatory: false, properties, System.Text.Encoding.UTF8.GetBytes(text.Replace(id, forged, StringComparison.OrdinalIgnoreCase)));
        }
    }
}
