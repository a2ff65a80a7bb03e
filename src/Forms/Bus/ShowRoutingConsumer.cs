using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Tells the resident which administration is competent.</summary>
internal sealed class ShowRoutingConsumer(TeleservicesDb db, Timeline timeline) : IConsumer<RequestRouted>
{
    public async Task Consume(ConsumeContext<RequestRouted> context)
    {
        await timeline.Tell(
            context,
            context.Message.RequestId,
            context.MessageId!.Value,
            RequestEventKind.Routed,
            context.Message.RoutedAt,
            request =>
            {
                request.Held(context.Message.AdministrationId, context.Message.AdministrationName);
                request.Move(RequestState.Routed, context.Message.RoutedAt);
            },
            news: null);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
