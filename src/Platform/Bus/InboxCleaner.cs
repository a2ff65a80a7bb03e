using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>Forgets what was consumed long ago: a copy that is older than a week of broker outage does not come any more.</summary>
internal sealed class InboxCleaner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InboxCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Kept;
                var forgotten = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Set<InboxMessage>()
                    .Where(message => message.ConsumedAt < before).ExecuteDeleteAsync(stoppingToken);
                log.LogDebug("{Count} consumed messages forgotten.", forgotten);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Consumed messages could not be forgotten; the next hour tries again.");
            }
        }
    }
}
