using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Nothing more will come.</summary>
internal sealed class ShowClosingConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<CaseClosed>
{
    public async Task Consume(ConsumeContext<CaseClosed> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.Message.EventId,
            RequestEventKind.Closed,
            context.Message.At,
            request => request.Move(RequestState.Closed, context.Message.At),
            news: null);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
