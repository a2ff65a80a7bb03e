using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>Forgets what was consumed long ago: a copy that is older than a week of broker outage does not come any more.</summary>
internal sealed class InboxCleaner(Databases databases, TimeProvider clock, ILogger<InboxCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var common = databases.Open(null);
                var before = clock.GetUtcNow() - Kept;
                var forgotten = 0;
                await foreach (var db in common.Everywhere())
                {
                    forgotten += await db.Set<InboxMessage>().Where(message => message.ConsumedAt < before).ExecuteDeleteAsync(stoppingToken);
                }

                log.LogDebug("{Count} consumed messages forgotten.", forgotten);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Consumed messages could not be forgotten; the next hour tries again.");
            }
        }
    }
}
