using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictExceptions;

namespace Teleservices.Identity.Provider;

/// <summary>Before the first request: keys are there, and the client is as this build wants it.</summary>
internal sealed class ProviderStart(KeyRing keys, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.Load(cancellationToken);

        // Another process may start at this moment and do the same; a look with fresh eyes then finds its work done.
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await Introduce(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>(), cancellationToken);
                return;
            }
            catch (Exception fault) when (attempt < 4 && (fault is ConcurrencyException || fault.GetBaseException() is DbException))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(150 * attempt), cancellationToken);
            }
        }
    }

    private static async Task Introduce(IOpenIddictApplicationManager clients, CancellationToken cancellationToken)
    {
        if (await clients.FindByClientIdAsync(PortalClient.Id, cancellationToken) is not { } client)
        {
            await clients.CreateAsync(PortalClient.Descriptor, cancellationToken);
        }
        else
        {
            await clients.UpdateAsync(client, PortalClient.Descriptor, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
