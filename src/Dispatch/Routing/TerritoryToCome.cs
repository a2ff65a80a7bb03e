using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>The territory as it will be once these administrations are on board.</summary>
internal sealed class TerritoryToCome : ITerritory
{
    private readonly ITerritory now;
    private readonly IReadOnlyList<Newcomer> all;
    private readonly Dictionary<Guid, Newcomer> newcomers;
    private readonly ILookup<string, ServingAdministration> serving;

    public TerritoryToCome(ITerritory now, IReadOnlyList<Newcomer> newcomers)
    {
        (this.now, all) = (now, newcomers);
        this.newcomers = newcomers.ToDictionary(one => one.Administration.Id);
        serving = newcomers.SelectMany(one => one.Communes.Select(cog => (Cog: cog, One: new ServingAdministration(one.Administration.Id, one.Administration.Kind))))
            .ToLookup(one => one.Cog, one => one.One);
    }

    /// <summary>Whether it was made for this very list: asked once for each of them.</summary>
    public bool IsOf(IReadOnlyList<Newcomer> some) => ReferenceEquals(all, some);

    public IReadOnlyList<CommuneInfo> Communes => now.Communes;

    public CommuneInfo? Commune(string cog) => now.Commune(cog) ?? (serving.Contains(cog) ? new CommuneInfo(cog, cog, []) : null);

    public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) =>
        newcomers.TryGetValue(administrationId, out var newcomer) ? newcomer.Communes.ToHashSet() : now.ServedBy(administrationId, on);

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => [.. now.Serving(cog, on).Union(serving[cog])];

    public string Standing(string cog, DateOnly on) => now.Standing(cog, on);

    public int Size(Guid administrationId, DateOnly on) =>
        newcomers.TryGetValue(administrationId, out var newcomer) ? newcomer.Communes.Count : now.Size(administrationId, on);

    public IReadOnlyList<DateOnly> Changes(string cog) => now.Changes(cog);

    /// <summary>The level of an administration that may hold something in a commune; nothing for one that does not serve it.</summary>
    public AdministrationKind? KindOf(Guid administration, string cog, DateOnly on)
    {
        foreach (var one in Serving(cog, on))
        {
            if (one.AdministrationId == administration)
            {
                return one.Kind;
            }
        }

        return null;
    }
}
