using System.Text;
using RabbitMQ.Client;
using Teleservices.Platform.Bus;
using Teleservices.TestKit.Stores;

namespace Teleservices.Platform.Tests.Bus;

/// <summary>Somebody who has got hold of the broker writes straight into a queue: nothing happens but that it is seen.</summary>
[Trait("Needs", "rabbitmq")]
public sealed class InjectionTests : IAsyncLifetime
{
    private readonly BusHost bus = new();

    public Task InitializeAsync() => bus.Start();

    public Task DisposeAsync() => bus.DisposeAsync().AsTask();

    [RabbitFact]
    public async Task What_cannot_be_read_is_parked_and_stops_nobody()
    {
        await Inject("\0\u0001 no JSON");
        await Inject("""{"messageType":["urn:message:Teleservices.Platform.Tests.Bus:Counted"],"message":{"requestId":"no identifier","number":"x"}}""");
        await Inject("""{"messageType":["urn:message:System.Diagnostics:Process"],"message":{"fileName":"/bin/true"}}""");
        await Inject("[]");
        await Inject("");
        await Inject(new string('x', 20_000_000));
        var parked = await Parked(6);

        Assert.All(parked, row => Assert.True(row.Forged));
        Assert.All(parked, row => Assert.True(row.Body.Length < 8 * ForgedMessages.BodyLength));
        Assert.Equal(6, (await bus.Work(null, (_, db) => db.ParkedMessages(10, CancellationToken.None))).Count);
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        await Until(async () => (await bus.Effects(BusHost.Gien)).SequenceEqual([1]));
        Assert.Equal(6, (await bus.OpenRows()).Count);
        Assert.Empty(await LeftBeside());
    }

    [RabbitFact]
    public async Task An_unreadable_message_under_the_identifier_of_a_true_one_does_not_make_that_one_fail()
    {
        bus.Witness.Hold = true;
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        await Until(() => Task.FromResult(!bus.Witness.Seen.IsEmpty));
        var id = (await bus.OpenRows()).Single().Id;
        for (var times = 0; times < FaultFilter.FailuresUntilParked; times++)
        {
            await Inject($$$"""{"messageId":"{{{id}}}","messageType":["urn:message:Teleservices.Platform.Tests.Bus:Counted"],"message":{"requestId":"no identifier"}}""", id);
        }

        await Parked(FaultFilter.FailuresUntilParked);
        Assert.Equal(0, (await bus.OpenRows()).Single(row => row.Id == id).Failures);
        bus.Witness.Hold = false;
        await Until(async () => (await bus.Effects(BusHost.Gien)).SequenceEqual([1]));
    }

    [RabbitFact]
    public async Task A_flood_does_not_fill_the_store()
    {
        for (var times = 0; times < ForgedMessages.Kept + 50; times++)
        {
            await Inject("flood");
        }

        await Until(async () => await Waiting() == 0);
        var rows = await bus.OpenRows();
        Assert.InRange(rows.Count, 1, ForgedMessages.Kept + 8);
    }

    private async Task Inject(string body, Guid? id = null)
    {
        await using var connection = await TestBus.Connect();
        await using var channel = await connection.CreateChannelAsync();
        var properties = new BasicProperties { MessageId = (id ?? Guid.NewGuid()).ToString(), ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent };
        await channel.BasicPublishAsync("", bus.Bus.Queue("tests-count"), mandatory: true, properties, Encoding.UTF8.GetBytes(body));
    }

    private async Task<uint> Waiting()
    {
        await using var connection = await TestBus.Connect();
        await using var channel = await connection.CreateChannelAsync();
        return (await channel.QueueDeclarePassiveAsync(bus.Bus.Queue("tests-count"))).MessageCount;
    }

    /// <summary>The queues where libraries put what they do not like, and where nobody looks.</summary>
    private async Task<List<string>> LeftBeside()
    {
        await using var connection = await TestBus.Connect();
        List<string> found = [];
        foreach (var name in new[] { "_error", "_skipped" })
        {
            await using var channel = await connection.CreateChannelAsync();
            try
            {
                await channel.QueueDeclarePassiveAsync(bus.Bus.Queue("tests-count") + name);
                found.Add(name);
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                // Not there, as it should be.
            }
        }

        return found;
    }

    private async Task<List<OutboxMessage>> Parked(int count)
    {
        List<OutboxMessage> parked = [];
        for (var tries = 0; tries < 600 && parked.Count < count; tries++)
        {
            await Task.Delay(50);
            parked = [.. (await bus.OpenRows()).Where(row => row.ParkedAt is not null)];
        }

        Assert.True(parked.Count >= count, string.Join('\n', parked.Select(row => row.LastError + row.Body[..Math.Min(100, row.Body.Length)]).Prepend($"{await Waiting()} wait in the queue; parked:")));
        return parked;
    }

    internal static async Task Until(Func<Task<bool>> isSo, int seconds = 20)
    {
        for (var tries = 0; tries < seconds * 20; tries++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"It did not come about in {seconds} s.");
    }
}
