using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Stands before every consumer: says for whom it works, and makes "consumed" part of the consumer's own commit,
/// together with the deletion of the outbox row. A second copy of the message changes nothing.
/// </summary>
internal sealed class InboxFilter<T>(TeleservicesDb db, Current current, ITenantStore tenants, TimeProvider clock) : IFilter<ConsumeContext<T>>
    where T : class
{
    /// <summary>A message with a <c>RequestId</c> speaks of that request; its consumer sees that request's rows.</summary>
    private static readonly Func<T, Guid>? RequestOf = typeof(T).GetProperty("RequestId")?.GetMethod?.CreateDelegate<Func<T, Guid>>();

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var id = context.MessageId ?? throw new InvalidOperationException("A message without identifier did not come from the outbox.");
        using var span = Signals.Continue($"consume {consumer}", ActivityKind.Consumer, context.Headers.Get<string>("traceparent"));
        await WorkFor(context);

        if (await db.Set<InboxMessage>().AnyAsync(seen => seen.Consumer == consumer && seen.MessageId == id, context.CancellationToken))
        {
            await db.Set<OutboxMessage>().Where(row => row.Id == id).ExecuteDeleteAsync(context.CancellationToken);
            return;
        }

        db.Add(new InboxMessage { Consumer = consumer, MessageId = id, ConsumedAt = clock.GetUtcNow() });
        if (await db.Set<OutboxMessage>().FindAsync([id], context.CancellationToken) is { } row)
        {
            db.Remove(row);
        }

        await next.Send(context);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }

        Signals.MessagesConsumed.Add(1, Signals.Consumer(consumer));
    }

    private async Task WorkFor(ConsumeContext<T> context)
    {
        if (context.Headers.Get<string>(OutboxDispatcher.AdministrationHeader) is { } header)
        {
            var administration = await tenants.ById(Guid.Parse(header), context.CancellationToken)
                ?? throw new InvalidOperationException($"No administration {header}.");
            current.Enter(Door.None, administration);
        }

        current.WorkOn(RequestOf?.Invoke(context.Message));
    }
}
