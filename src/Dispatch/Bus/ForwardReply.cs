using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Bus;

/// <summary>What a resident sends after filing goes to whoever holds the request now.</summary>
internal sealed class ForwardReply(TeleservicesDb db, Outbox outbox) : IConsumer<ResidentWrote>
{
    public async Task Consume(ConsumeContext<ResidentWrote> context)
    {
        var (wrote, ct) = (context.Message, context.CancellationToken);
        var holder = await db.Ledger.Where(entry => entry.RequestId == wrote.RequestId).Select(entry => entry.HolderId).SingleOrDefaultAsync(ct)
            ?? throw new InvalidOperationException($"Request {wrote.RequestId} has no holder yet; what the resident wrote waits.");
        outbox.Send(new AddToCase(wrote.RequestId, wrote.EntryId, wrote.PiecesRequestId, wrote.Body, wrote.Pieces, wrote.WrittenAt), holder);
        await db.SaveChangesAsync(ct);
    }
}
