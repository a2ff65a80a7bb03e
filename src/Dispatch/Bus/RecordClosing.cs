using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Bus;

/// <summary>The holder has closed the case: the request is no longer open in the ledger.</summary>
internal sealed class RecordClosing(TeleservicesDb db, Current current, ILogger<RecordClosing> log) : IConsumer<CaseClosed>
{
    public async Task Consume(ConsumeContext<CaseClosed> context)
    {
        var (closed, ct) = (context.Message, context.CancellationToken);
        var entry = await db.Ledger.AsSingleQuery().SingleAsync(entry => entry.RequestId == closed.RequestId, ct);
        if (!entry.Close(current.RequiredAdministration, closed.At))
        {
            log.LogError("Request {Number} was closed by {Administration}, which does not hold it.", entry.Number, current.RequiredAdministration.Identifier);
        }

        await db.SaveChangesAsync(ct);
    }
}
