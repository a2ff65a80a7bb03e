using MassTransit;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Tells the resident which administration is competent, and why it is another one than before (CRPA L114-2).</summary>
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
            request => request.RouteTo(context.Message.AdministrationId, context.Message.AdministrationName, context.Message.RoutedAt),
            news: context.Message.From is null ? null : "Votre demande est transmise à « {0} ». La raison est sur la page de votre demande.");
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
