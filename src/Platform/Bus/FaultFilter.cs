using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>Writes on the outbox row why its consumer failed; the ladder sends it again, and whoever looks sees the reason.</summary>
internal sealed class FaultFilter(IServiceScopeFactory scopes, ILogger<FaultFilter> log) : IFilter<ConsumeContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("fault");

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception fault) when (context.MessageId is not null && !context.CancellationToken.IsCancellationRequested)
        {
            Signals.MessagesFailed.Add(1, Signals.Consumer(context.ReceiveContext.InputAddress.Segments[^1]));
            log.LogError(fault, "{Consumer} failed on message {MessageId}.", context.ReceiveContext.InputAddress.Segments[^1], context.MessageId);
            await using var scope = scopes.CreateAsyncScope();
            var reason = $"{fault.GetType().Name}: {fault.Message}";
            await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Set<OutboxMessage>()
                .Where(row => row.Id == context.MessageId)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.LastError, reason[..Math.Min(reason.Length, 1000)]),
                    context.CancellationToken);
        }
    }
}
