using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>An agent asks for information or pieces (CRPA L114-5).</summary>
internal sealed class ShowPiecesRequestConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<PiecesRequested>
{
    public async Task Consume(ConsumeContext<PiecesRequested> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.Message.PiecesRequestId,
            RequestEventKind.PiecesRequested,
            context.Message.At,
            request =>
            {
                request.Move(RequestState.Awaited, context.Message.At);
                request.Expect(context.Message.SilenceOn, context.Message.At);
            },
            news: "« {0} » a besoin d’informations ou de pièces pour traiter votre demande.");
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
