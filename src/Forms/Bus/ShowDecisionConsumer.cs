using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>There is an answer.</summary>
internal sealed class ShowDecisionConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<CaseDecided>
{
    public async Task Consume(ConsumeContext<CaseDecided> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.Message.EventId,
            RequestEventKind.Decided,
            context.Message.At,
            request => request.Decide(context.Message.Outcome, context.Message.At),
            news: "« {0} » a répondu à votre demande.");
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
