using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Bus;

namespace Teleservices.Platform.Tests.Bus;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly BusHost bus = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bus.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_published_has_its_effect_once_in_the_name_of_its_administration()
    {
        await bus.Start();
        var request = Guid.NewGuid();
        await bus.Publish(BusHost.Gien, new Counted(request, 1));
        await bus.Drained();

        Assert.Equal([1], await bus.Effects(BusHost.Gien));
        Assert.Empty(await bus.Effects(BusHost.Nevoy));
        Assert.Equal(request, bus.Witness.SeenRequest);
    }

    [Fact]
    public async Task Nothing_leaves_before_the_commit()
    {
        await bus.Start();
        await bus.Work(BusHost.Gien, (services, _) =>
        {
            services.GetRequiredService<Outbox>().Publish(new Counted(Guid.NewGuid(), 1));
            return Task.FromResult(0);
        });
        await Task.Delay(300);

        Assert.Empty(await bus.OpenRows());
        Assert.Empty(bus.Witness.Seen);
    }

    [Fact]
    public async Task A_consumer_that_fails_once_is_tried_again_and_leaves_one_effect()
    {
        await bus.Start();
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 7, FailsOnce: true));
        await bus.Drained();

        Assert.Equal([7], await bus.Effects(BusHost.Gien));
        Assert.Equal(2, bus.Witness.Seen.Count);
    }

    [Fact]
    public async Task A_consumer_that_always_fails_keeps_its_row_open_with_the_reason_and_stops_nobody_else()
    {
        await bus.Start();
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1, FailsAlways: true), new Counted(Guid.NewGuid(), 2));

        List<OutboxMessage> rows;
        do
        {
            await Task.Delay(50);
            rows = await bus.OpenRows();
        }
        while (rows.Count != 1 || rows[0].LastError is null);

        Assert.Contains("planned failure", rows[0].LastError, StringComparison.Ordinal);
        Assert.Equal([2], await bus.Effects(BusHost.Gien));
    }

    [Fact]
    public async Task A_row_that_was_sent_but_not_consumed_is_sent_again_after_a_restart()
    {
        bus.Witness.Hold = true;
        await bus.Start();
        await bus.Publish(BusHost.Gien, [.. Enumerable.Range(1, 20).Select(n => new Counted(Guid.NewGuid(), n))]);
        while (bus.Witness.Seen.IsEmpty)
        {
            await Task.Delay(20);
        }

        var stop = bus.Stop();
        bus.Witness.Hold = false;
        await stop;
        await bus.Start();
        await bus.Drained();

        Assert.Equal(Enumerable.Range(1, 20), await bus.Effects(BusHost.Gien));
    }

    [Fact]
    public async Task A_second_copy_of_a_message_changes_nothing()
    {
        await bus.Start();
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 3));
        await bus.Drained();
        var id = await bus.Work(null, (_, db) => db.Set<InboxMessage>().Select(seen => seen.MessageId).SingleAsync());

        // The same row once more, as after a crash between the consumer's commit and the broker's acknowledgement.
        await bus.Work(null, async (services, db) =>
        {
            db.Add(new OutboxMessage
            {
                Id = id,
                Consumer = "tests-count",
                Type = typeof(Counted).FullName!,
                Body = System.Text.Json.JsonSerializer.Serialize(new Counted(Guid.NewGuid(), 3)),
                AdministrationId = BusHost.Gien.Id,
                WrittenAt = TimeProvider.System.GetUtcNow(),
                DueAt = TimeProvider.System.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
        await bus.Drained();

        Assert.Equal([3], await bus.Effects(BusHost.Gien));
    }

    [Fact]
    public async Task Five_hundred_messages_for_two_administrations_keep_apart()
    {
        await bus.Start();
        await bus.Publish(BusHost.Gien, [.. Enumerable.Range(0, 250).Select(n => new Counted(Guid.NewGuid(), n))]);
        await bus.Publish(BusHost.Nevoy, [.. Enumerable.Range(250, 250).Select(n => new Counted(Guid.NewGuid(), n))]);
        await bus.Drained();

        Assert.Equal(Enumerable.Range(0, 250), await bus.Effects(BusHost.Gien));
        Assert.Equal(Enumerable.Range(250, 250), await bus.Effects(BusHost.Nevoy));
    }

    [Fact]
    public async Task Whoever_dies_between_taking_and_sending_delays_a_message_by_the_first_step_however_often_it_was_sent()
    {
        await bus.Start(withBackground: false);
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        var (claim, now) = (new OutboxClaim(Options.Create(new BusOptions())), TimeProvider.System.GetUtcNow().AddSeconds(1));
        List<TimeSpan> taken = [], sent = [];
        for (var time = 0; time < 4; time++)
        {
            await bus.Work(null, async (_, db) =>
            {
                var row = Assert.Single(await claim.Take(db, now, CancellationToken.None));
                taken.Add(row.DueAt - now);
                Assert.Empty(await claim.Take(db, now.AddSeconds(9), CancellationToken.None));
                await OutboxClaim.Sent(db, [row], now, CancellationToken.None);
                return 0;
            });
            var due = Assert.Single(await bus.OpenRows()).DueAt;
            sent.Add(due - now);
            now = due;
        }

        Assert.All(taken, step => Assert.Equal(TimeSpan.FromSeconds(10), step));
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)], sent);
    }

    [Theory]
    [InlineData(0, 15, 25)]
    [InlineData(1, 60, 75)]
    public async Task What_a_clock_that_went_ahead_has_written_or_sent_does_not_wait_until_that_time(int sentBefore, int possible, int impossible)
    {
        await bus.Start(withBackground: false);
        await bus.Publish(BusHost.Gien, new Counted(Guid.NewGuid(), 1));
        var (claim, ahead) = (new OutboxClaim(Options.Create(new BusOptions())), TimeProvider.System.GetUtcNow().AddHours(1));
        await bus.Work(null, async (_, db) =>
        {
            for (var time = 0; time <= sentBefore; time++)
            {
                ahead = ahead.AddSeconds(time * 11);
                Assert.Single(await claim.Take(db, ahead, CancellationToken.None));
            }

            var due = Assert.Single(await bus.OpenRows()).DueAt;
            foreach (var (now, late) in new[] { (due.AddSeconds(-possible), 0), (due.AddSeconds(-impossible), 1) })
            {
                Assert.Equal(late, await AheadOfTime.Bring(db, now, CancellationToken.None));
                Assert.Equal(late, (await claim.Take(db, now, CancellationToken.None)).Count);
            }

            return 0;
        });
    }

    [Fact]
    public async Task A_message_without_listener_is_refused_when_it_is_published()
    {
        await bus.Start(withBackground: false);
        await bus.Work(BusHost.Gien, (services, _) =>
        {
            Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<Outbox>().Publish(new object()));
            return Task.FromResult(0);
        });
    }
}
