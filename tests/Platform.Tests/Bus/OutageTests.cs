using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Bus;
using Teleservices.TestKit.Stores;
using Xunit.Abstractions;

namespace Teleservices.Platform.Tests.Bus;

/// <summary>The broker is not there, goes away, comes back, or comes back empty: what was published has its effect once, and soon.</summary>
[Trait("Needs", "rabbitmq")]
public sealed class OutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Backlog = 5000;
    private readonly BusHost bus = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bus.DisposeAsync().AsTask();

    [RabbitFact]
    public async Task A_start_without_broker_takes_messages_at_once_and_they_drain_after_its_return()
    {
        await using var proxy = new BrokerProxy(there: false);
        var start = Stopwatch.StartNew();
        await bus.Start(broker: proxy.Address);
        Assert.InRange(start.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        for (var batch = 0; batch < Backlog / 500; batch++)
        {
            var one = Stopwatch.StartNew();
            var from = batch * 500;
            await bus.Publish(BusHost.Gien, [.. Enumerable.Range(from, 500).Select(n => new Counted(Guid.NewGuid(), n))]);
            Assert.InRange(one.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.Empty(bus.Witness.Seen);

        proxy.Come();
        var drain = Stopwatch.StartNew();
        await InjectionTests.Until(() => bus.Work(null, async (_, db) => !await db.Set<OutboxMessage>().AnyAsync()), seconds: 90);

        // The promise is thirty seconds; a machine that does other things beside the tests needs more.
        output.WriteLine($"{Backlog} messages drained in {drain.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal(Enumerable.Range(0, Backlog), await bus.Effects(BusHost.Gien));
    }

    [RabbitFact]
    public async Task A_broker_that_goes_away_and_comes_back_is_found_again()
    {
        await using var proxy = new BrokerProxy();
        await bus.Start(broker: proxy.Address);
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        await InjectionTests.Until(async () => (await bus.OpenRows()).Count == 0);

        proxy.Go();
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 2));
        await Task.Delay(TimeSpan.FromSeconds(12));
        proxy.Come();

        await InjectionTests.Until(async () => (await bus.Effects(BusHost.Gien)).SequenceEqual([1, 2]), seconds: 30);
    }

    [RabbitFact]
    public async Task Whoever_is_stopped_while_starting_leaves_no_consumer_at_the_queue()
    {
        for (var time = 0; time < 5; time++)
        {
            await bus.Start(waits: false);
            await bus.Stop();
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        await using var connection = await TestBus.Connect();
        await using var channel = await connection.CreateChannelAsync();
        Assert.Equal(0u, (await channel.QueueDeclarePassiveAsync(bus.Bus.Queue("tests-count"))).ConsumerCount);
    }

    [RabbitFact]
    public async Task Queues_that_were_deleted_are_declared_again_and_what_was_in_them_comes()
    {
        await bus.Start();
        bus.Witness.Hold = true;
        await bus.Publish(BusHost.Gien, [.. Enumerable.Range(0, 100).Select(n => new Counted(Guid.NewGuid(), n))]);
        await InjectionTests.Until(() => Task.FromResult(!bus.Witness.Seen.IsEmpty));
        await using (var connection = await TestBus.Connect())
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueueDeleteAsync(bus.Bus.Queue("tests-count"), ifUnused: false, ifEmpty: false);
            await channel.ExchangeDeleteAsync(bus.Bus.Queue("tests-count"));
        }

        bus.Witness.Hold = false;
        await InjectionTests.Until(async () => (await bus.OpenRows()).Count == 0, seconds: 30);
        Assert.Equal(Enumerable.Range(0, 100), await bus.Effects(BusHost.Gien));
    }
}
