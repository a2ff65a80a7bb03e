using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Stores;

/// <summary>Communes and memberships in memory, replaced as a whole when the register changes.</summary>
internal sealed class Territory(IServiceScopeFactory scopes, TimeProvider clock) : ITerritory
{
    /// <summary>Name of the register for <see cref="Revisions.Touch"/>.</summary>
    public const string Register = "territory";

    private readonly Snapshot<TerritoryMap> map = new(scopes, clock, Register, db => new TerritoryReader(db, clock.LegalToday()).Read());

    public ITerritory Now => map.Value;

    public CommuneInfo? Commune(string cog) => map.Value.Commune(cog);

    public IReadOnlyList<CommuneInfo> Communes => map.Value.Communes;

    public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) => map.Value.ServedBy(administrationId, on);

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => map.Value.Serving(cog, on);

    public string Standing(string cog, DateOnly on) => map.Value.Standing(cog, on);

    public int Size(Guid administrationId, DateOnly on) => map.Value.Size(administrationId, on);

    public IReadOnlyList<DateOnly> Changes(string cog) => map.Value.Changes(cog);

    /// <summary>This process has just written the territory.</summary>
    public void Forget() => map.Forget();
}
