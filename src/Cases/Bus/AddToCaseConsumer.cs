using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Bus;

/// <summary>
/// Puts what the resident sent into the case. If the case is not here yet, the order to open it is still on its way: the
/// exception leaves the message in the outbox, which brings it again. If the case was passed on meanwhile, so is this.
/// </summary>
internal sealed class AddToCaseConsumer(HomeDb db, HomeOutbox outbox, TimeProvider clock) : IConsumer<AddToCase>
{
    public async Task Consume(ConsumeContext<AddToCase> context)
    {
        var (sent, ct) = (context.Message, context.CancellationToken);
        if (await db.CaseMessages.AnyAsync(message => message.Id == sent.EntryId, ct))
        {
            return;
        }

        var found = await db.Cases.Include(row => row.Wishes).SingleOrDefaultAsync(row => row.RequestId == sent.RequestId, ct)
            ?? throw new InvalidOperationException($"Request {sent.RequestId} has no case here yet.");
        if (found.State == CaseState.HandedOver)
        {
            outbox.Publish(new ResidentWrote(sent.RequestId, sent.EntryId, sent.PiecesRequestId, sent.Body, sent.Pieces, sent.WrittenAt));
        }
        else
        {
            found.Receive(sent, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
    }
}
