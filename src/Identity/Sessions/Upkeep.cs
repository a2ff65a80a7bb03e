using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Identity.Sessions;

/// <summary>Removes what is over: sessions, registrations that nobody confirmed, codes and tokens. What is over counts for nothing before that, too.</summary>
internal sealed class Upkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Upkeep> log) : RecurringWork(clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Sweep(scope.ServiceProvider, Clock.GetUtcNow(), ct);
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
