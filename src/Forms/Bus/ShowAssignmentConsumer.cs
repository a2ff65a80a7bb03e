using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Tells the resident who looks after their request.</summary>
internal sealed class ShowAssignmentConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<CaseAssigned>
{
    public async Task Consume(ConsumeContext<CaseAssigned> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.Message.EventId,
            RequestEventKind.Assigned,
            context.Message.At,
            _ => { },
            news: null);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
