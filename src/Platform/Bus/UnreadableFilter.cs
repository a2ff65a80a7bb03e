using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>
/// What comes out of a queue and reaches no consumer. The outbox writes nothing unreadable and nothing unknown to its own consumer, so such a
/// message is forged. Nothing is moved to queues beside the queue, where nobody would look; and nothing is thrown, for that would bring it back at once.
/// </summary>
internal sealed class UnreadableFilter(ForgedMessages forged, Databases databases, IOptions<BusOptions> options, TimeProvider clock, ILogger<UnreadableFilter> log)
    : IFilter<ReceiveContext>, IFilter<ExceptionReceiveContext>
{
    /// <summary>A store that is away comes back in seconds: the row is due then, whatever its step of the ladder.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    public void Probe(ProbeContext context) => context.CreateFilterScope("unreadable");

    /// <summary>No consumer takes this type; or the inbox has dealt with it (a second copy, a forged one), or it came by as a failure.</summary>
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        context.TryGetPayload<ReachedInbox>(out _) || context.TryGetPayload<Seen>(out _) ? Task.CompletedTask : Keep(context, "This consumer takes no message of its type.");

    /// <summary>It cannot be read; or it can, but its failure could not even be noted.</summary>
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await (context.TryGetPayload<ReachedInbox>(out _) ? BringAgain(context) : Keep(context, "It cannot be read."));
        context.GetOrAddPayload(() => new Seen());
    }

    private async Task Keep(ReceiveContext context, string why)
    {
        try
        {
            await forged.Park(options.Value.ConsumerOf(context.InputAddress), context, "", why, CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "A forged message could not be parked; it has no effect all the same.");
        }
    }

    private async Task BringAgain(ExceptionReceiveContext context)
    {
        var (id, due) = (context.GetMessageId() ?? Guid.Empty, clock.GetUtcNow() + Soon);
        log.LogWarning(context.Exception, "Message {MessageId} was given back; its row stays open.", id);
        try
        {
            await using var db = databases.Open(context.TransportHeaders.Get<string>(OutboxDispatcher.DatabaseHeader));
            await db.Alone(() => db.Set<OutboxMessage>().Where(row => row.Id == id && row.DueAt > due).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, due).SetProperty(row => row.SentAt, (DateTimeOffset?)null)), CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "Message {MessageId} waits for the ladder.", id);
        }
    }

    /// <summary>It came by as a failure; it comes by a second time as one that nobody took.</summary>
    private sealed record Seen;
}
