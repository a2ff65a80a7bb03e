using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Tells the resident that administrations disagree about their request, and that it is not for them to do anything (CRPA L114-2).</summary>
internal sealed class ShowDisputeConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<RequestDisputed>
{
    public async Task Consume(ConsumeContext<RequestDisputed> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.MessageId!.Value,
            RequestEventKind.Disputed,
            context.Message.At,
            request => request.Dispute(context.Message.At),
            news: "Deux administrations se disent incompétentes pour votre demande : le bureau d’arbitrage du territoire choisit. Vous n’avez rien à faire, et votre demande garde sa date.");
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
