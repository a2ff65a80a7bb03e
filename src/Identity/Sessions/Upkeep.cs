using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Sessions;

/// <summary>Removes what is over: sessions, registrations that nobody confirmed, codes and tokens. What is over counts for nothing before that, too.</summary>
internal sealed class Upkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await Sweep(scope.ServiceProvider, clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Sessions that are over could not be removed; the next round tries again.");
            }
        }
    }

    internal static async Task Sweep(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<TeleservicesDb>();
        var idleSince = now - SessionRegister.IdleLimit;
        await db.Sessions.Where(session => session.ExpiresAt <= now || session.LastSeenAt <= idleSince).ExecuteDeleteAsync(ct);
        await db.Registrations.Where(registration => registration.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now.AddHours(-1), ct);
        await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now.AddHours(-1), ct);
    }
}
