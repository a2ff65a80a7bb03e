using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Writes on the outbox row why its consumer failed. The ladder sends it again; after too many failures it is parked, where IT staff see it, and
/// stands in nobody's way.
/// </summary>
internal sealed class FaultFilter(Databases databases, IOptions<BusOptions> options, TimeProvider clock, ILogger<FaultFilter> log) : IFilter<ConsumeContext>
{
    /// <summary>When a message comes again, by how often its consumer has failed: soon at first, what ails a store is mostly over in seconds.</summary>
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2),
    ];

    /// <summary>At the end of the ladder: after somewhat less than four hours.</summary>
    internal static readonly int FailuresUntilParked = Ladder.Length + 1;

    /// <summary>How soon a message for an administration that is moving is tried again.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public void Probe(ProbeContext context) => context.CreateFilterScope("fault");

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (AdministrationMovesException) when (context.MessageId is not null)
        {
            // Nobody's failure: it comes again until its administration has arrived.
            await BringAgain(context.MessageId.Value, SourceOf(context), context.CancellationToken);
        }
        catch (Exception fault) when (context.MessageId is not null && context.ReceiveContext.TryGetPayload<ReachedInbox>(out _) && !context.CancellationToken.IsCancellationRequested)
        {
            var consumer = options.Value.ConsumerOf(context.ReceiveContext.InputAddress);
            Signals.MessagesFailed.Add(1, Signals.Consumer(consumer));
            log.LogError(fault, "{Consumer} failed on message {MessageId}.", consumer, context.MessageId);
            await Note(context.MessageId.Value, SourceOf(context), $"{fault.GetType().Name}: {fault.Message}", context.CancellationToken);
        }
    }

    /// <summary>A message that names a database which is none has reached no consumer.</summary>
    private static string? SourceOf(ConsumeContext context) => context.Headers.Get<string>(OutboxDispatcher.DatabaseHeader);

    private async Task BringAgain(Guid id, string? source, CancellationToken ct)
    {
        await using var db = databases.Open(source);
        var due = clock.GetUtcNow() + Soon;
        await db.Alone(() => db.Set<OutboxMessage>().Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.DueAt, due)
                .SetProperty(row => row.SentAt, (DateTimeOffset?)null)
                .SetProperty(row => row.Attempts, row => row.Attempts > 0 ? row.Attempts - 1 : 0),
            ct), ct);
    }

    private async Task Note(Guid id, string? source, string reason, CancellationToken ct)
    {
        await using var db = databases.Open(source);
        var (shortened, now) = (reason[..Math.Min(reason.Length, OutboxMapping.ReasonLength)], clock.GetUtcNow());
        var before = await db.Alone(() => db.Set<OutboxMessage>().Where(row => row.Id == id).Select(row => row.Failures).SingleOrDefaultAsync(ct), ct);
        var due = now + Ladder[Math.Min(before, Ladder.Length - 1)];
        await db.Alone(() => db.Set<OutboxMessage>().Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LastError, shortened)
                .SetProperty(row => row.Failures, row => row.Failures + 1)
                .SetProperty(row => row.SentAt, (DateTimeOffset?)null)
                .SetProperty(row => row.DueAt, due)
                .SetProperty(row => row.ParkedAt, row => row.Failures + 1 >= FailuresUntilParked ? now : row.ParkedAt),
            ct), ct);
    }
}
