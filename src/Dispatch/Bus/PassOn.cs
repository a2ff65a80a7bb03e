using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Bus;

/// <summary>
/// The holder passes a request on, or gives it back (CRPA L114-2): custody goes to the next one and the order with it, in one commit. Given back
/// for the second time, it goes to the arbitration desk: triage, where IT staff choose for good.
/// </summary>
internal sealed class PassOn(TeleservicesDb db, HandOut handOut, Current current, ILogger<PassOn> log) : IConsumer<CaseHandedOver>
{
    public async Task Consume(ConsumeContext<CaseHandedOver> context)
    {
        var (handed, ct) = (context.Message, context.CancellationToken);
        var entry = await db.Ledger.AsSingleQuery().SingleAsync(entry => entry.RequestId == handed.RequestId, ct);
        switch (entry.PassOn(handed, current.RequiredAdministration))
        {
            case (PassedOn.Stale, _):
                return;
            case (PassedOn.NotTheirs, _):
                log.LogError("Request {Number} was passed on by {Administration}, which does not hold it.", entry.Number, current.RequiredAdministration.Identifier);
                break;
            case (PassedOn.ToNext, { } to):
                await handOut.PassOn(entry, Filed(entry, handed), to, ct);
                await Moved(handed, ct);
                break;
            default:
                handOut.Arbitrate(entry, Filed(entry, handed));
                break;
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>It was a transfer of competence that moved it: its report says so, in the same commit.</summary>
    private async Task Moved(CaseHandedOver handed, CancellationToken ct)
    {
        if (handed.TransferId is { } transfer && await db.TransferredRequests.SingleOrDefaultAsync(one => one.TransferId == transfer && one.RequestId == handed.RequestId, ct) is { } row)
        {
            row.Move(handed.At);
        }
    }

    private static RequestFiled Filed(LedgerEntry entry, CaseHandedOver handed) => new(
        entry.RequestId, entry.Number, entry.ResidentId, handed.Applicant, handed.Form with { Competence = entry.Competence }, entry.CommuneCog, entry.FiledAt,
        handed.Content, handed.File);
}
