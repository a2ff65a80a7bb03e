using Microsoft.Extensions.Diagnostics.HealthChecks;
using Teleservices.Platform.Files;

namespace Teleservices.Platform.Operations;

/// <summary>Whether the store of uploads answers. Most pages come without it, so a process stays ready: it is only degraded.</summary>
internal sealed class FilesCheck(IFileStore files) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await files.Look(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (FilesAwayException away)
        {
            return HealthCheckResult.Degraded("The store of uploads does not answer.", away);
        }
    }
}
