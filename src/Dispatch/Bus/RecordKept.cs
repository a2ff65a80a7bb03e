using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Bus;

/// <summary>A case stays where it is although the competence has passed on: the report of the transfer says why.</summary>
internal sealed class RecordKept(TeleservicesDb db, Current current, TimeProvider clock) : IConsumer<CaseKept>
{
    public async Task Consume(ConsumeContext<CaseKept> context)
    {
        var (kept, ct) = (context.Message, context.CancellationToken);
        var row = await db.TransferredRequests.SingleAsync(one => one.TransferId == kept.TransferId && one.RequestId == kept.RequestId, ct);
        if (row.FromId != current.RequiredAdministration.Id)
        {
            throw new InvalidOperationException($"{current.RequiredAdministration.Identifier} was not asked to let request {row.Number} go.");
        }

        row.Stay(kept.Answered, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
