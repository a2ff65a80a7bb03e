using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Looks every few seconds whether the day of a transfer has come, and carries on what was begun.</summary>
internal sealed class TransferUpkeep(ApplyTransfers transfers, TimeProvider clock, ILogger<TransferUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await transfers.Round(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Transfers of competence could not be carried on; the next round goes on where this one stopped.");
            }
        }
    }
}
