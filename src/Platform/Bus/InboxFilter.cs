using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using MassTransit.Context;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Bus;

/// <summary>A mark on what could be read: if it fails from here on, it is its consumer's failure; before, it never came from an outbox.</summary>
internal sealed record ReachedInbox;

/// <summary>
/// Stands before every consumer: says for whom it works, and makes "consumed" part of the consumer's own commit,
/// together with the deletion of the outbox row. A second copy of the message changes nothing.
/// <para>
/// What the transport brings is only a call to look at the row: administration and content are read from there. So whoever can write to the
/// broker can neither invent a message nor change one, and what claims to be one without a row is parked as forged.
/// </para>
/// <para>The row may be in another database than the effect (<see cref="HomeDb"/>): "consumed" is where the effect is, and the row goes after it.</para>
/// </summary>
internal sealed class InboxFilter<T>(
    TeleservicesDb db, HomeDb home, Databases databases, Current current, ITenantStore tenants, BusConsumers consumers, ForgedMessages forged, InboxLook look,
    IOptions<BusOptions> options, TimeProvider clock) : IFilter<ConsumeContext<T>>
    where T : class
{
    /// <summary>A message with a <c>RequestId</c> speaks of that request; its consumer sees that request's rows.</summary>
    private static readonly Func<T, Guid>? RequestOf = typeof(T).GetProperty("RequestId")?.GetMethod?.CreateDelegate<Func<T, Guid>>();

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        context.ReceiveContext.GetOrAddPayload(() => new ReachedInbox());
        var (consumer, ct) = (options.Value.ConsumerOf(context.ReceiveContext.InputAddress), context.CancellationToken);
        using var span = Signals.Continue($"consume {consumer}", ActivityKind.Consumer, context.Headers.Get<string>("traceparent"));
        if (context.Headers.Get<string>(OutboxDispatcher.DatabaseHeader) is not { } database)
        {
            await Consume(context, next, db, consumer, ct);
        }
        else if (databases.Has(database))
        {
            await using var written = databases.Open(database, current);
            await Consume(context, next, written, consumer, ct);
        }
        else
        {
            await forged.Park(consumer, context.ReceiveContext, typeof(T).FullName!, "It names a database that this process does not know.", ct);
        }
    }

    /// <param name="context">The message.</param>
    /// <param name="next">The consumer.</param>
    /// <param name="source">Where the outbox is that it was written in.</param>
    /// <param name="consumer">Name of the consumer.</param>
    /// <param name="ct">Gives up.</param>
    private async Task Consume(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next, TeleservicesDb source, string consumer, CancellationToken ct)
    {
        var id = context.MessageId ?? Guid.Empty;
        var found = await look.At(source, id, consumer, ct);
        if (found is null ? await SeenAnywhere(id, consumer, ct) : found.Seen)
        {
            await Settle(source, found?.Row, ct);
            return;
        }

        var row = found?.Row;
        if (row is null || row.Consumer != consumer || row.Type != typeof(T).FullName || row.AdministrationId?.ToString() != context.Headers.Get<string>(OutboxDispatcher.AdministrationHeader))
        {
            await forged.Park(consumer, context.ReceiveContext, typeof(T).FullName!, row is null ? "No outbox holds this message." : "The message differs from the one in the outbox.", ct);
            return;
        }

        if (row.ParkedAt is not null)
        {
            return;
        }

        var message = JsonSerializer.Deserialize<T>(row.Body, Outbox.Json)!;
        await WorkFor(row.AdministrationId, message, ct);
        var target = consumers.AtHome(consumer) ? home.Context : db;
        target.WritesAtHome = consumers.AtHome(consumer);
        if (target == source)
        {
            target.Remove(row);
        }
        else if (await Seen(target, id, consumer, ct))
        {
            await Settle(source, row, ct);
            return;
        }

        target.Add(new InboxMessage { Consumer = consumer, MessageId = id, ConsumedAt = clock.GetUtcNow() });
        await next.Send(new FromOutbox(context, message));
        if (target.ChangeTracker.HasChanges())
        {
            await target.SaveChangesAsync(ct);
        }

        if (target != source)
        {
            // In another database, so after the commit: whoever dies in between leaves a row whose message will be found dealt with.
            await Settle(source, row, ct);
        }

        Signals.MessagesConsumed.Add(1, Signals.Consumer(consumer));
    }

    private static Task Settle(TeleservicesDb source, OutboxMessage? row, CancellationToken ct) => row is null
        ? Task.CompletedTask
        : source.Alone(() => source.Set<OutboxMessage>().Where(open => open.Id == row.Id).ExecuteDeleteAsync(ct), ct);

    private static Task<bool> Seen(TeleservicesDb there, Guid id, string consumer, CancellationToken ct) =>
        there.Set<InboxMessage>().AnyAsync(seen => seen.Consumer == consumer && seen.MessageId == id, ct);

    /// <summary>A copy of what was dealt with long ago: by then its administration may have lived elsewhere.</summary>
    private async Task<bool> SeenAnywhere(Guid id, string consumer, CancellationToken ct)
    {
        await foreach (var one in db.Everywhere())
        {
            if (await Seen(one, id, consumer, ct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says for whom the consumer works.</summary>
    private async Task WorkFor(Guid? administrationId, T message, CancellationToken ct)
    {
        if (administrationId is { } id)
        {
            current.Enter(Door.None, await tenants.ById(id, ct) ?? throw new InvalidOperationException($"No administration {id}."));
        }

        current.WorkOn(RequestOf?.Invoke(message));
    }

    /// <summary>The message as its writer committed it.</summary>
    private sealed class FromOutbox(ConsumeContext<T> context, T message) : ConsumeContextProxy(context), ConsumeContext<T>
    {
        public T Message { get; } = message;

        public Task NotifyConsumed(TimeSpan duration, string consumerType) => NotifyConsumed(this, duration, consumerType);

        public Task NotifyFaulted(TimeSpan duration, string consumerType, Exception exception) => NotifyFaulted(this, duration, consumerType, exception);
    }
}
