using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>A territory made of memberships that are written down in the test.</summary>
internal sealed class FakeTerritory(params FakeTerritory.Member[] members) : ITerritory
{
    internal sealed record Member(Guid Administration, AdministrationKind Kind, string Cog, DateOnly Since, DateOnly? Until = null)
    {
        public bool Holds(DateOnly on) => Since <= on && (Until is null || on < Until);
    }

    public CommuneInfo? Commune(string cog) => Communes.FirstOrDefault(commune => commune.Cog == cog);

    public IReadOnlyList<CommuneInfo> Communes { get; } =
        [.. members.Select(member => member.Cog).Distinct().Select(cog => new CommuneInfo(cog, $"Commune {cog}", ["45500"]))];

    public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) =>
        members.Where(member => member.Administration == administrationId && member.Holds(on)).Select(member => member.Cog).ToHashSet();

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) =>
        [.. members.Where(member => member.Cog == cog && member.Holds(on)).Select(member => new ServingAdministration(member.Administration, member.Kind)).Distinct()];

    /// <summary>Communes that were merged, into which one, and since when.</summary>
    public Dictionary<string, (string Cog, DateOnly Since)> Successors { get; } = [];

    public string Standing(string cog, DateOnly on) => Successors.TryGetValue(cog, out var next) && next.Since <= on ? next.Cog : cog;

    public IReadOnlyList<DateOnly> Changes(string cog) =>
        [.. members.SelectMany(member => new[] { member.Since, member.Until }).OfType<DateOnly>().Concat(Successors.Values.Select(next => next.Since)).Distinct().Order()];
}
