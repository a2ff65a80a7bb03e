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
/// </summary>
internal sealed class InboxFilter<T>(
    TeleservicesDb db, Current current, ITenantStore tenants, ForgedMessages forged, InboxLook look, IOptions<BusOptions> options, TimeProvider clock) : IFilter<ConsumeContext<T>>
    where T : class
{
    /// <summary>A message with a <c>RequestId</c> speaks of that request; its consumer sees that request's rows.</summary>
    private static readonly Func<T, Guid>? RequestOf = typeof(T).GetProperty("RequestId")?.GetMethod?.CreateDelegate<Func<T, Guid>>();

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        context.ReceiveContext.GetOrAddPayload(() => new ReachedInbox());
        var (consumer, ct) = (options.Value.ConsumerOf(context.ReceiveContext.InputAddress), context.CancellationToken);
        var id = context.MessageId ?? Guid.Empty;
        using var span = Signals.Continue($"consume {consumer}", ActivityKind.Consumer, context.Headers.Get<string>("traceparent"));
        var found = await look.At(db, id, consumer, ct);
        var row = found?.Row;
        if (found?.Seen ?? await db.Set<InboxMessage>().AnyAsync(seen => seen.Consumer == consumer && seen.MessageId == id, ct))
        {
            await (row is null ? Task.CompletedTask : db.Alone(() => db.Set<OutboxMessage>().Where(open => open.Id == id).ExecuteDeleteAsync(ct), ct));
            return;
        }

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
        db.Add(new InboxMessage { Consumer = consumer, MessageId = id, ConsumedAt = clock.GetUtcNow() });
        db.Remove(row);
        await next.Send(new FromOutbox(context, message));
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(ct);
        }

        Signals.MessagesConsumed.Add(1, Signals.Consumer(consumer));
    }

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
