using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Stores;

/// <summary>Communes and memberships in memory: some 200 bytes a commune, replaced as a whole when the register changes.</summary>
internal sealed class Territory(IServiceScopeFactory scopes, TimeProvider clock) : ITerritory
{
    /// <summary>Name of the register for <see cref="Revisions.Touch"/>.</summary>
    public const string Register = "territory";

    private readonly Snapshot<Map> map = new(scopes, clock, Register, Map.Load);

    public CommuneInfo? Commune(string cog) => map.Value.ByCog.GetValueOrDefault(cog);

    public IReadOnlyList<CommuneInfo> Communes => map.Value.Communes;

    public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) => map.Value.ServedBy(administrationId, on);

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => map.Value.Serving(cog, on);

    /// <summary>This process has just written the territory.</summary>
    public void Forget() => map.Forget();

    private sealed record Membership(Guid AdministrationId, AdministrationKind Kind, string Cog, DateOnly Since, DateOnly? Until)
    {
        public bool Holds(DateOnly on) => Since <= on && (Until is null || on < Until);
    }

    private sealed class Map(IReadOnlyList<CommuneInfo> communes, IReadOnlyList<Membership> memberships)
    {
        private const int SetsKept = 2_000;
        private readonly ILookup<string, Membership> byCog = memberships.ToLookup(member => member.Cog);
        private readonly ILookup<Guid, Membership> byAdministration = memberships.ToLookup(member => member.AdministrationId);
        private readonly ConcurrentDictionary<(Guid, DateOnly), IReadOnlySet<string>> sets = new();

        public IReadOnlyList<CommuneInfo> Communes { get; } = communes;

        public FrozenDictionary<string, CommuneInfo> ByCog { get; } = communes.ToFrozenDictionary(commune => commune.Cog);

        public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on)
        {
            if (sets.Count > SetsKept)
            {
                sets.Clear();
            }

            return sets.GetOrAdd((administrationId, on), key => byAdministration[key.Item1]
                .Where(member => member.Holds(key.Item2)).Select(member => member.Cog).ToHashSet());
        }

        public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) =>
            [.. byCog[cog].Where(member => member.Holds(on)).Select(member => new ServingAdministration(member.AdministrationId, member.Kind)).Distinct()];

        public static Map Load(TeleservicesDb db)
        {
            var communes = db.Communes.AsNoTracking().AsEnumerable()
                .Select(commune => new CommuneInfo(commune.Cog, commune.Name, [.. commune.Postcodes]))
                .OrderBy(commune => commune.Name, StringComparer.InvariantCulture).ToList();
            var memberships = db.TerritoryMembers.AsNoTracking()
                .Join(db.Administrations, member => member.AdministrationId, administration => administration.Id, (member, administration) =>
                    new Membership(administration.Id, administration.Kind, member.Cog, member.Since, member.Until))
                .ToList();
            return new Map(communes, memberships);
        }
    }
}
