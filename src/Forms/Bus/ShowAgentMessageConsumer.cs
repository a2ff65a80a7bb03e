using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>An agent wrote to the resident.</summary>
internal sealed class ShowAgentMessageConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<AgentWrote>
{
    public async Task Consume(ConsumeContext<AgentWrote> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.Message.EventId,
            RequestEventKind.AgentWrote,
            context.Message.At,
            _ => { },
            news: "« {0} » vous a écrit au sujet de votre demande.");
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
