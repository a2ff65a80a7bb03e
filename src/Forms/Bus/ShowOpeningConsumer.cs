using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>The administration has the request: the acknowledgement of receipt (ARE, CRPA R112-11-1).</summary>
internal sealed class ShowOpeningConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<CaseOpened>
{
    public async Task Consume(ConsumeContext<CaseOpened> context)
    {
        (await db.Receipts.FindAsync([context.Message.RequestId], context.CancellationToken))?.Acknowledge();
        await timeline.Tell(
            context,
            context.Message.RequestId,
            Arrival(context.Message),
            RequestEventKind.Opened,
            context.Message.OpenedAt,
            request =>
            {
                request.Move(RequestState.Open, context.Message.OpenedAt);
                request.Expect(context.Message.SilenceOn, context.Message.OpenedAt);
            },
            news: "« {0} » a reçu votre demande. Votre accusé de réception est sur la page de votre demande.");
        await db.SaveChangesAsync(context.CancellationToken);
    }

    /// <summary>Identifies one arrival of a case: the same case comes again when it is given back, with a later turn.</summary>
    private static Guid Arrival(CaseOpened opened)
    {
        var bytes = opened.CaseId.ToByteArray();
        bytes[15] ^= (byte)(opened.Turn - 1);
        return new Guid(bytes);
    }
}
