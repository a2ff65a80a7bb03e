using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Teleservices.Platform.Bus;

/// <summary>
/// A bus that is still starting does not hear that it is to stop: its consumers would come to the queues all the same, and take messages that nobody here
/// can deal with any more. So whoever stops waits until the start has come to its end; stopped before the bus, because registered after it.
/// </summary>
internal sealed class StopOnceStarted(IBusControl bus) : IHostedService
{
    /// <summary>So long without one more queue that is ready: there is no broker, a start never ends, and nobody has a queue.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var before = Ready();
        while (!await IsStarted(cancellationToken) && !cancellationToken.IsCancellationRequested && Ready() is var ready && ready > before)
        {
            before = ready;
        }
    }

    private async Task<bool> IsStarted(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private int Ready() => bus.CheckHealth().Endpoints.Values.Count(endpoint => endpoint.Status == BusHealthStatus.Healthy);
}
