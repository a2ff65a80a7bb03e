using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit.Stores;

namespace Teleservices.Platform.Tests.Bus;

/// <summary>What cannot be done stands aside and is seen; what nobody committed has no effect.</summary>
public sealed class ParkingTests : IAsyncLifetime
{
    private readonly BusHost bus = new();

    public Task InitializeAsync() => bus.Start();

    public Task DisposeAsync() => bus.DisposeAsync().AsTask();

    [Fact]
    public async Task A_message_that_no_outbox_holds_is_parked_as_forged_and_has_no_effect()
    {
        await Inject(Guid.NewGuid(), new Counted(Guid.NewGuid(), 666), BusHost.Gien);
        var parked = await Parked();

        Assert.True(parked.Forged);
        Assert.Contains("No outbox holds", parked.LastError, StringComparison.Ordinal);
        Assert.Empty(await bus.Effects(BusHost.Gien));
        Assert.Empty(bus.Witness.Seen);
    }

    [Fact]
    public async Task A_message_in_the_name_of_another_administration_is_parked_and_the_true_one_has_its_effect()
    {
        bus.Witness.Hold = true;
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        while (bus.Witness.Seen.IsEmpty)
        {
            await Task.Delay(20);
        }

        var id = (await bus.OpenRows()).Single().Id;
        await Inject(id, new Counted(Guid.NewGuid(), 1), BusHost.Nevoy);
        var parked = await Parked();
        bus.Witness.Hold = false;

        Assert.True(parked.Forged);
        Assert.Equal(BusHost.Nevoy.Id, parked.AdministrationId);
        await Until(async () => (await bus.Effects(BusHost.Gien)).SequenceEqual([1]));
        Assert.Empty(await bus.Effects(BusHost.Nevoy));
    }

    [Fact]
    public async Task Whoever_changes_a_message_on_its_way_changes_nothing()
    {
        bus.Witness.Hold = true;
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        while (bus.Witness.Seen.IsEmpty)
        {
            await Task.Delay(20);
        }

        await Inject((await bus.OpenRows()).Single().Id, new Counted(Guid.NewGuid(), 999), BusHost.Gien);
        bus.Witness.Hold = false;
        await bus.Drained();

        Assert.Equal([1], await bus.Effects(BusHost.Gien));
    }

    [Fact]
    public async Task After_too_many_failures_a_message_is_parked_with_its_reason_and_can_be_sent_again()
    {
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 4, FailsAlways: true));
        for (var failures = 0; failures < FaultFilter.FailuresUntilParked; failures++)
        {
            var until = failures + 1;
            await Until(async () => (await bus.OpenRows()).Single().Failures >= until);
            await bus.Work(null, (_, db) => db.Set<OutboxMessage>().Where(row => row.ParkedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UnixEpoch)));
        }

        var parked = await Parked();
        Assert.False(parked.Forged);
        Assert.Contains("planned failure", parked.LastError, StringComparison.Ordinal);
        var seen = bus.Witness.Seen.Count;
        await Task.Delay(500);
        Assert.Equal(seen, bus.Witness.Seen.Count);

        await bus.Work(null, (_, db) => db.SendParkedAgain([parked.Id], TimeProvider.System, CancellationToken.None));
        await Until(() => Task.FromResult(bus.Witness.Seen.Count > seen));
    }

    [Fact]
    public async Task What_is_forged_is_never_sent()
    {
        await Inject(Guid.NewGuid(), new Counted(Guid.NewGuid(), 666), BusHost.Gien);
        var parked = await Parked();
        Assert.Equal(0, await bus.Work(null, (_, db) => db.SendParkedAgain([parked.Id], TimeProvider.System, CancellationToken.None)));
    }

    [Fact]
    public async Task A_burst_of_one_administration_does_not_keep_another_waiting()
    {
        await bus.Publish(BusHost.Gien, [.. Enumerable.Range(0, 3000).Select(n => new Counted(Guid.NewGuid(), n))]);
        await Until(() => Task.FromResult(!bus.Witness.Seen.IsEmpty));
        await bus.Publish(BusHost.Nevoy, new Counted(Guid.NewGuid(), 1));

        await Until(async () => (await bus.Effects(BusHost.Nevoy)).Count == 1);
        Assert.NotEmpty(await bus.OpenRows());
    }

    /// <summary>Writes to the queue past the outbox, as somebody could who has got hold of the broker.</summary>
    private async Task Inject(Guid id, Counted message, AdministrationInfo administration)
    {
        var address = TestBus.OnRabbit ? $"exchange:{bus.Bus.Queue("tests-count")}" : "queue:tests-count";
        var endpoint = await bus.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri(address));
        await endpoint.Send(message, context =>
        {
            context.MessageId = id;
            context.Headers.Set(OutboxDispatcher.AdministrationHeader, administration.Id.ToString());
        });
    }

    private async Task<OutboxMessage> Parked()
    {
        await Until(async () => (await bus.OpenRows()).Any(row => row.ParkedAt is not null));
        return (await bus.OpenRows()).Single(row => row.ParkedAt is not null);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It did not come about in 20 s.");
    }
}
