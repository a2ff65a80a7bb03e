using MassTransit;
using Microsoft.Extensions.Logging;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Bus;

/// <summary>The holder has the case in its queue: only now is the request delivered.</summary>
internal sealed class RecordDelivery(TeleservicesDb db, LedgerLook ledger, Current current, ILogger<RecordDelivery> log) : IConsumer<CaseOpened>
{
    public async Task Consume(ConsumeContext<CaseOpened> context)
    {
        var (opened, ct) = (context.Message, context.CancellationToken);
        var entry = await ledger.Of(db, opened.RequestId, ct);

        // Who speaks is in the header that the platform wrote, not in the message.
        if (!entry.Deliver(current.RequiredAdministration, opened.OpenedAt, opened.Turn))
        {
            log.LogError("Request {Number} was opened by {Administration}, which does not hold it.", entry.Number, current.RequiredAdministration.Identifier);
        }

        await db.SaveChangesAsync(ct);
    }
}
