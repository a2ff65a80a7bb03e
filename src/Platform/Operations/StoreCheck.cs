using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Operations;

/// <summary>Whether the store answers. Without it no page comes; without the bus all pages come, so the bus does not make a process unready.</summary>
internal sealed class StoreCheck(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("Stopping.");
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Marked(Markers.Seeded, cancellationToken);
            return await Others(scope.ServiceProvider.GetRequiredService<Databases>(), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }

    /// <summary>The database of one administration: without it nobody else waits, so the process stays in service.</summary>
    private static async Task<HealthCheckResult> Others(Databases databases, CancellationToken ct)
    {
        foreach (var name in databases.Names.Skip(1))
        {
            try
            {
                await using var db = databases.Open(name);
                await db.Marked(Markers.Seeded, ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                return HealthCheckResult.Degraded($"The database '{name}' does not answer.", fault);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
