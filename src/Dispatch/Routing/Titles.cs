using System.Collections.Frozen;

namespace Teleservices.Dispatch.Routing;

/// <summary>
/// The assignments of one competence, found by what a commune brings along: its code, and who serves it. So a question looks at a
/// handful of them, however many there are.
/// </summary>
internal sealed class Titles(IReadOnlyList<Assignment> all)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Assignment> All { get; } = all;

    /// <summary>For each administration of a level on its own territory, in the whole country.</summary>
    public Assignment[] Rules { get; } = [.. all.Where(assignment => assignment is { HolderId: null, Communes: null })];

    /// <summary>For the territory of a holder.</summary>
    public FrozenDictionary<Guid, Assignment[]> Own { get; } = all.Where(assignment => assignment is { HolderId: not null, Communes: null })
        .GroupBy(assignment => assignment.HolderId!.Value).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>For communes that are named.</summary>
    public FrozenDictionary<string, Assignment[]> Listed { get; } = all.Where(assignment => assignment.Communes is not null)
        .SelectMany(assignment => assignment.Communes!, (assignment, cog) => (cog, assignment))
        .GroupBy(pair => pair.cog, pair => pair.assignment).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Days on which something changes here.</summary>
    public IReadOnlyList<DateOnly> Changes { get; } = [.. all.Select(assignment => assignment.Since).Concat(all.Select(assignment => assignment.Until).OfType<DateOnly>()).Distinct().Order()];
}
