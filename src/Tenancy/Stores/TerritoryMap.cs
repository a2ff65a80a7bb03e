using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Stores;

/// <summary>
/// The territory as one immutable value. For each commune the administrations that serve it are kept ready by period, for each
/// administration the number of its communes: a question allocates nothing, and costs the same with a dozen administrations as with all of France's.
/// </summary>
internal sealed class TerritoryMap
{
    private const int SetsKept = 2_000;
    private readonly FrozenDictionary<string, Place> places;
    private readonly FrozenDictionary<Guid, Served> served;
    private readonly FrozenDictionary<string, Steps<string?>> successions;
    private readonly ConcurrentDictionary<(Guid, DateOnly), IReadOnlySet<string>> sets = new();

    private TerritoryMap(IReadOnlyList<CommuneInfo> communes, IReadOnlyList<Membership> memberships, IReadOnlyList<(string Cog, DateOnly Since, string? Successor)> steps)
    {
        successions = steps.GroupBy(step => step.Cog).ToFrozenDictionary(
            group => group.Key, group => new Steps<string?>(null, [.. group.OrderBy(step => step.Since).Select(step => (step.Since, step.Successor))]));
        var byCog = memberships.ToLookup(member => member.Cog);
        places = communes.ToFrozenDictionary(commune => commune.Cog, commune => new Place(commune, ByPeriod(
            [.. byCog[commune.Cog]], [], here => (ServingAdministration[])[.. here.Select(member => new ServingAdministration(member.AdministrationId, member.Kind)).Distinct()])));
        served = memberships.GroupBy(member => member.AdministrationId).ToFrozenDictionary(
            group => group.Key, group => new Served([.. group], ByPeriod([.. group], 0, here => here.Select(member => member.Cog).Distinct().Count())));
        Communes = [.. communes.Where(commune => byCog.Contains(commune.Cog) && successions.GetValueOrDefault(commune.Cog)?.Last is null)];
    }

    public IReadOnlyList<CommuneInfo> Communes { get; }

    public CommuneInfo? Commune(string cog) => places.GetValueOrDefault(cog)?.Info;

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => places.GetValueOrDefault(cog)?.Serving.On(on) ?? [];

    public int Size(Guid administrationId, DateOnly on) => served.GetValueOrDefault(administrationId)?.Size.On(on) ?? 0;

    public string Standing(string cog, DateOnly on)
    {
        // A merged commune may itself be merged again; a register that runs in a circle ends somewhere.
        for (var step = 0; step < 10 && successions.GetValueOrDefault(cog)?.On(on) is { } successor; step++)
        {
            cog = successor;
        }

        return cog;
    }

    public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on)
    {
        if (sets.Count > SetsKept)
        {
            sets.Clear();
        }

        return sets.GetOrAdd((administrationId, on), key => served.GetValueOrDefault(key.Item1) is { } own
            ? own.Members.Where(member => member.Holds(key.Item2)).Select(member => member.Cog).ToHashSet()
            : new HashSet<string>());
    }

    public IReadOnlyList<DateOnly> Changes(string cog)
    {
        var days = new SortedSet<DateOnly>();
        for (var (next, turn) = ((string?)cog, 0); next is not null && turn < 10; turn++)
        {
            var place = places.GetValueOrDefault(next);
            days.UnionWith(place?.Serving.Days ?? []);
            days.UnionWith((place?.Serving.Values ?? []).SelectMany(who => who).Select(who => who.AdministrationId).Distinct().SelectMany(id => served[id].Size.Days));
            var steps = successions.GetValueOrDefault(next);
            days.UnionWith(steps?.Days ?? []);
            next = steps?.Values.LastOrDefault(successor => successor is not null);
        }

        return [.. days];
    }

    public static TerritoryMap Load(TeleservicesDb db)
    {
        var memberships = db.TerritoryMembers.AsNoTracking()
            .Join(db.Administrations, member => member.AdministrationId, administration => administration.Id, (member, administration) =>
                new Membership(administration.Id, administration.Kind, member.Cog, member.Since, member.Until))
            .ToList();
        var steps = db.Successions.AsNoTracking().Select(step => new { step.Cog, step.Since, step.Successor }).AsEnumerable()
            .Select(step => (step.Cog, step.Since, step.Successor)).ToList();

        // The national register may hold the whole country; in memory are the communes that somebody serves, and those that became a part of them.
        var known = memberships.Select(member => member.Cog).ToHashSet();
        for (var before = -1; before != known.Count;)
        {
            before = known.Count;
            known.UnionWith(steps.Where(step => step.Successor is not null && known.Contains(step.Successor)).Select(step => step.Cog));
        }

        var communes = db.Communes.AsNoTracking().Where(commune => known.Contains(commune.Cog))
            .Select(commune => new { commune.Cog, commune.Name, commune.Postcodes }).AsEnumerable()
            .Select(commune => new CommuneInfo(commune.Cog, commune.Name, [.. commune.Postcodes]))
            .OrderBy(commune => commune.Name, StringComparer.InvariantCulture).ToList();
        return new TerritoryMap(communes, memberships, [.. steps.Where(step => known.Contains(step.Cog))]);
    }

    private static Steps<T> ByPeriod<T>(IReadOnlyList<Membership> members, T before, Func<IEnumerable<Membership>, T> then)
    {
        var days = members.Select(member => member.Since).Concat(members.Select(member => member.Until).OfType<DateOnly>()).Distinct().Order();
        return new Steps<T>(before, [.. days.Select(day => (day, then(members.Where(member => member.Holds(day)))))]);
    }

    private sealed record Membership(Guid AdministrationId, AdministrationKind Kind, string Cog, DateOnly Since, DateOnly? Until)
    {
        public bool Holds(DateOnly on) => Since <= on && (Until is null || on < Until);
    }

    private sealed record Place(CommuneInfo Info, Steps<ServingAdministration[]> Serving);

    private sealed record Served(Membership[] Members, Steps<int> Size);

    /// <summary>What holds from one day until the next: few steps, so they are walked from the last one, which is today's.</summary>
    private sealed class Steps<T>(T before, (DateOnly Since, T Value)[] steps)
    {
        public T? Last => steps.Length > 0 ? steps[^1].Value : before;

        public IEnumerable<DateOnly> Days => steps.Select(step => step.Since);

        public IEnumerable<T> Values => steps.Select(step => step.Value);

        public T On(DateOnly on)
        {
            for (var i = steps.Length - 1; i >= 0; i--)
            {
                if (steps[i].Since <= on)
                {
                    return steps[i].Value;
                }
            }

            return before;
        }
    }
}
