using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Teleservices.Platform.Bus;

/// <summary>
/// A bus that is still starting does not hear that it is to stop: its consumers would come to the queues all the same, and take messages that nobody here
/// can deal with any more. So whoever stops waits until the start has come to its end; stopped before the bus, because registered after it.
/// </summary>
internal sealed class StopOnceStarted(IBusControl bus) : IHostedService
{
    /// <summary>Without a broker a start never ends, and nobody has a queue.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Whatever it is that it waits for, this process does not.
        }
    }
}
