using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;

namespace Teleservices.Tenancy.Stores;

/// <summary>
/// Finds an administration by host name or identifier, one row at a time: nothing is loaded at start. What another process has added or
/// changed is seen within a second, because the register's stamp is looked at as often, and all answers are forgotten when it is another one.
/// </summary>
internal sealed class TenantStore(IServiceScopeFactory scopes, HostNames names, TimeProvider clock) : ITenantStore
{
    private static readonly TimeSpan Found = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NotFound = TimeSpan.FromSeconds(2);
    private const int AtMost = 10_000;

    private readonly Remembered<string, AdministrationInfo> byHost = new(clock, Found, NotFound, AtMost);
    private readonly Remembered<string, AdministrationInfo> bySlug = new(clock, Found, NotFound, AtMost);
    private readonly Remembered<Guid, AdministrationInfo> byId = new(clock, Found, NotFound, AtMost);

    /// <summary>Another object after each change of the register.</summary>
    private readonly Snapshot<object> edition = new(scopes, clock, Territory.Register, _ => new object());
    private volatile object? seen;

    public ValueTask<AdministrationInfo?> ByHost(string host, CancellationToken ct) =>
        HostNames.Normal(host) is { } normal ? Fresh(byHost).Get(normal, FindByHost, ct) : default;

    public ValueTask<AdministrationInfo?> ById(Guid id, CancellationToken ct) => Fresh(byId).Get(
        id, (id, ct) => Find(administration => administration.Id == id, ct), ct);

    public ValueTask<AdministrationInfo?> ByIdentifier(string identifier, CancellationToken ct) => HostNames.IsLabel(identifier)
        ? Fresh(bySlug).Get(identifier, (slug, ct) => Find(administration => administration.Slug == slug, ct), ct)
        : default;

    public async ValueTask<IReadOnlyList<AdministrationInfo>> All(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Administrations.AsNoTracking()
            .OrderBy(administration => administration.Rank).ThenBy(administration => administration.ShortName)
            .ToListAsync(ct);
        return [.. all.Select(administration => administration.Info())];
    }

    public string HostOf(AdministrationInfo administration) => names.Of(administration.Identifier);

    /// <summary>This process has just written administrations.</summary>
    public void Forget()
    {
        edition.Forget();
        byHost.Clear();
        bySlug.Clear();
        byId.Clear();
    }

    private Remembered<TKey, AdministrationInfo> Fresh<TKey>(Remembered<TKey, AdministrationInfo> answers)
        where TKey : notnull
    {
        if (edition.Seen is { } now && !ReferenceEquals(now, seen))
        {
            seen = now;
            byHost.Clear();
            bySlug.Clear();
            byId.Clear();
        }

        return answers;
    }

    private Task<AdministrationInfo?> FindByHost(string host, CancellationToken ct) => names.SlugIn(host) is { } slug
        ? Find(administration => administration.Slug == slug && administration.State != AdministrationState.Suspended, ct)
        : FindByExtraHost(host, ct);

    private async Task<AdministrationInfo?> Find(Expression<Func<Administration, bool>> which, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Administrations.AsNoTracking().SingleOrDefaultAsync(which, ct);
        return found?.Info();
    }

    private async Task<AdministrationInfo?> FindByExtraHost(string host, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var found = await db.HostNames.AsNoTracking()
            .Where(name => name.Host == host)
            .Join(db.Administrations, name => name.AdministrationId, administration => administration.Id, (_, administration) => administration)
            .SingleOrDefaultAsync(administration => administration.State != AdministrationState.Suspended, ct);
        return found?.Info();
    }
}
