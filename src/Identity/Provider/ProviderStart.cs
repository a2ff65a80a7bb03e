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
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        try
        {
            await Introduce(clients, cancellationToken);
        }
        catch (Exception fault) when (fault is ConcurrencyException || fault.GetBaseException() is DbException)
        {
            // Another process starts at this moment and does the same; only a client that is still not there is a fault.
            if (await clients.FindByClientIdAsync(PortalClient.Id, cancellationToken) is null)
            {
                throw;
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
