using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Agents;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Bus;

/// <summary>
/// The competence has passed to another administration: an open case goes there with its whole file, by the same way as one that an agent passes on; one
/// that is answered stays, and says so.
/// </summary>
internal sealed class TransferCaseConsumer(HomeDb db, HomeOutbox outbox, CaseFileReader files, TimeProvider clock) : IConsumer<TransferCase>
{
    public async Task Consume(ConsumeContext<TransferCase> context)
    {
        var (order, ct) = (context.Message, context.CancellationToken);
        var found = await db.Cases.Include(row => row.Wishes).SingleOrDefaultAsync(row => row.RequestId == order.RequestId, ct)
            ?? throw new InvalidOperationException($"Request {order.RequestId} has no case here yet.");
        var now = clock.GetUtcNow();
        if (found.Transfer(order, now))
        {
            outbox.Publish(await files.Read(found, order.To, order.Reason, now, ct, order.TransferId));
        }
        else
        {
            outbox.Publish(new CaseKept(order.RequestId, order.TransferId, found.IsAnswered));
        }

        await db.SaveChangesAsync(ct);
    }
}
