using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Server;

/// <summary>Tells whoever started the server by hand where to go.</summary>
internal sealed class Welcome(IServer server, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var tenants = scope.ServiceProvider.GetRequiredService<ITenantStore>();
        var port = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Console.WriteLine($"Téléservices répond sur le port {port} ({configuration["Data:Directory"]}).");
        foreach (var administration in await tenants.All(stoppingToken))
        {
            Console.WriteLine($"  http://{tenants.HostOf(administration)}:{port}");
        }
    }
}
