using MassTransit;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Bus;

/// <summary>A request was filed: finds its holder, opens its ledger entry and hands it over, in one commit.</summary>
internal sealed class RouteRequest(TeleservicesDb db, LedgerLook ledger, HandOut handOut) : IConsumer<RequestFiled>
{
    public async Task Consume(ConsumeContext<RequestFiled> context)
    {
        var (filed, ct) = (context.Message, context.CancellationToken);

        // Told of again: it keeps its holder, who gets the order again and acknowledges it again. The ledger's key makes sure that there is one entry.
        if (await ledger.Knows(db, filed.RequestId, ct))
        {
            var known = await ledger.Of(db, filed.RequestId, ct);
            if (known.HolderId is { } holder)
            {
                await handOut.Repeat(known, filed, holder, ct);
                await db.SaveChangesAsync(ct);
            }

            return;
        }

        var entry = db.Ledger.Add(LedgerEntry.Of(filed)).Entity;

        // The day of filing decides: what the catalogue showed then is what happens.
        await handOut.Give(entry, filed, filed.FiledAt.LegalDay(), ct);
        await db.SaveChangesAsync(ct);
    }
}
