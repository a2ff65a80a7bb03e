using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Abstractions;

namespace Teleservices.Identity.Provider;

/// <summary>Before the first request: keys are there, and the client is as this build wants it.</summary>
internal sealed class ProviderStart(KeyRing keys, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.Load(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
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
