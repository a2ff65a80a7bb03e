using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Carries open outbox rows to the bus, again and again on a ladder, until their consumer has deleted them. So neither
/// a dead process nor a lost queue loses a message, and the transport need not keep anything.
/// </summary>
internal sealed class OutboxDispatcher(
    Databases databases, IBus bus, OutboxClaim claim, BusConsumers consumers, OutboxSignal signal, IOptions<BusOptions> options, TimeProvider clock,
    ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    internal const string AdministrationHeader = "teleservices-administration";

    /// <summary>Name of the database in whose outbox the message is; none for the common one.</summary>
    internal const string DatabaseHeader = "teleservices-database";

    /// <summary>A broker that does not confirm within this time is down for now.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How soon what could not be handed over is tried again; that was no attempt, so it climbs no ladder.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A commit in this process is told at once; those of others are looked for this often.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>RabbitMQ: the exchange that its queue is bound to; to name the queue would declare it once more, and otherwise.</summary>
    private readonly string address = options.Value.Transport == BusTransport.RabbitMq ? "exchange:" + options.Value.Prefix : "queue:";

    /// <summary>Each database has its own round: one that is away, or full of work, keeps nobody else's messages waiting.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(databases.Names.Select(name => Carry(name, stoppingToken)));

    private async Task Carry(string? database, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var (handed, look) = await Round(database, ct);
            if (handed < OutboxClaim.Batch)
            {
                // The signal wakes one; a database of one administration's own is looked at in its turn.
                await (database is null ? signal.WaitForMessages(LookEvery, clock, ct) : Task.Delay(LookEvery, clock, ct));

                // The longer the backlog, the dearer a look at it: it shall not take more than a quarter of the time.
                await Task.Delay(look * 3 < LookEvery ? look * 3 : LookEvery, clock, ct);
            }
        }
    }

    /// <returns>How many rows were handed over, and how long it took to find them.</returns>
    private async Task<(int Handed, TimeSpan Look)> Round(string? database, CancellationToken ct)
    {
        try
        {
            await using var db = databases.Open(database);
            var began = clock.GetTimestamp();
            var due = await claim.Take(db, clock.GetUtcNow(), ct);
            var look = clock.GetElapsedTime(began);

            // All at once: confirms come together instead of one after the other.
            var sent = await Task.WhenAll(due.OrderBy(row => row.Id).Select(row => Send(row, database, ct)));
            await OutboxClaim.Sent(db, due.Where((_, place) => sent[place]), clock.GetUtcNow(), ct);
            var left = due.Where((_, place) => !sent[place]).Select(row => row.Id).ToList();
            if (left.Count == 0)
            {
                return (due.Count, look);
            }

            var again = clock.GetUtcNow() + Pause;
            await db.Alone(() => db.Set<OutboxMessage>().Where(row => left.Contains(row.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.Attempts, row => row.Attempts - 1).SetProperty(row => row.SentAt, (DateTimeOffset?)null),
                ct), ct);
            return (0, look);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "The outbox could not be carried on; the next round tries again.");
            return (0, TimeSpan.Zero);
        }
    }

    private async Task<bool> Send(OutboxMessage row, string? database, CancellationToken ct)
    {
        using var span = Signals.Continue($"send {row.Consumer}", ActivityKind.Producer, row.TraceParent);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var call = consumers.CallTo(row.Type);
            var endpoint = await bus.GetSendEndpoint(new Uri(address + row.Consumer));
            await endpoint.Send(call.Empty, call.Message, Pipe.Execute<SendContext>(context =>
            {
                context.MessageId = row.Id;
                context.Headers.Set(AdministrationHeader, row.AdministrationId?.ToString());
                context.Headers.Set(DatabaseHeader, database);
                context.Headers.Set("traceparent", span.Id);
                if (context is RabbitMqSendContext rabbit)
                {
                    // An exchange without its queue (the broker is new, no worker has come yet) says so instead of dropping the message.
                    rabbit.Mandatory = true;
                }
            }), patience.Token);
            Signals.MessagesSent.Add(1, Signals.Consumer(row.Consumer));
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Message {MessageId} could not be handed to the bus for {Consumer}: {Reason}", row.Id, row.Consumer, fault.Message);
            return false;
        }
    }
}
