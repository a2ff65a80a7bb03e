using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Stores;

/// <summary>
/// The territory as one immutable value, in arrays: some 600 bytes for a commune and those who serve it. A question about the present
/// period allocates nothing and costs the same with a dozen administrations as with all of France's; one about another time works it out.
/// </summary>
internal sealed class TerritoryMap : ITerritory
{
    private const int SetsKept = 2_000;
    private readonly Dictionary<string, int> places;
    private readonly Dictionary<Guid, int> servers;
    private readonly Place[] placeOf;
    private readonly Server[] serverOf;
    private readonly Dictionary<string, (DateOnly Since, string? Successor)[]> successions;
    private readonly ConcurrentDictionary<(Guid, DateOnly), IReadOnlySet<string>> sets = new();

    public TerritoryMap(
        Dictionary<string, int> places, Dictionary<Guid, int> servers, Place[] placeOf, Server[] serverOf, Dictionary<string, (DateOnly Since, string? Successor)[]> successions, DateOnly today)
    {
        (this.places, this.servers, this.placeOf, this.serverOf, this.successions) = (places, servers, placeOf, serverOf, successions);
        foreach (ref var place in placeOf.AsSpan())
        {
            var (from, until) = Period(place.Members, today.DayNumber);
            (place.From, place.Until, place.Now) = (from, until, On(place.Members, today.DayNumber));
        }

        foreach (ref var server in serverOf.AsSpan())
        {
            server.Sizes = Sizes(server);
        }

        Communes = [.. placeOf.Where(place => place.Members.Length > 0 && !Merged(place.Info.Cog)).Select(place => place.Info).OrderBy(commune => commune.Name, StringComparer.InvariantCulture)];
    }

    public IReadOnlyList<CommuneInfo> Communes { get; }

    public CommuneInfo? Commune(string cog) => places.TryGetValue(cog, out var at) ? placeOf[at].Info : null;

    public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on)
    {
        if (!places.TryGetValue(cog, out var at))
        {
            return [];
        }

        ref var place = ref placeOf[at];
        return place.From <= on.DayNumber && on.DayNumber < place.Until ? place.Now : On(place.Members, on.DayNumber);
    }

    public int Size(Guid administrationId, DateOnly on)
    {
        var sizes = servers.TryGetValue(administrationId, out var at) ? serverOf[at].Sizes : [];
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (sizes[i].Since <= on.DayNumber)
            {
                return sizes[i].Count;
            }
        }

        return 0;
    }

    public string Standing(string cog, DateOnly on)
    {
        // A merged commune may itself be merged again; a register that runs in a circle ends somewhere.
        for (var turn = 0; turn < 10 && successions.TryGetValue(cog, out var steps); turn++)
        {
            var successor = steps.LastOrDefault(step => step.Since <= on).Successor;
            if (successor is null)
            {
                break;
            }

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

        return sets.GetOrAdd((administrationId, on), key =>
        {
            var served = new HashSet<string>(StringComparer.Ordinal);
            if (servers.TryGetValue(key.Item1, out var at))
            {
                served.UnionWith(serverOf[at].Places.Where(place => Serves(at, place, key.Item2.DayNumber)).Select(place => placeOf[place].Info.Cog));
            }

            return served;
        });
    }

    public IReadOnlyList<DateOnly> Changes(string cog)
    {
        var days = new SortedSet<DateOnly>();
        for (var (next, turn) = ((string?)cog, 0); next is not null && turn < 10; turn++)
        {
            if (places.TryGetValue(next, out var at))
            {
                days.UnionWith(Days(placeOf[at].Members).Select(DateOnly.FromDayNumber));
                days.UnionWith(placeOf[at].Members.SelectMany(member => serverOf[member.Server].Sizes).Select(size => DateOnly.FromDayNumber(size.Since)));
            }

            var steps = successions.GetValueOrDefault(next) ?? [];
            days.UnionWith(steps.Select(step => step.Since));
            next = steps.LastOrDefault(step => step.Successor is not null).Successor;
        }

        return [.. days];
    }

    private bool Merged(string cog) => successions.TryGetValue(cog, out var steps) && steps[^1].Successor is not null;

    private ServingAdministration[] On(Member[] members, int day)
    {
        var serving = new List<ServingAdministration>(members.Length);
        foreach (var member in members)
        {
            var one = new ServingAdministration(serverOf[member.Server].Id, serverOf[member.Server].Kind);
            if (member.Since <= day && day < member.Until && !serving.Contains(one))
            {
                serving.Add(one);
            }
        }

        return [.. serving];
    }

    private bool Serves(int server, int place, int day) =>
        Array.Exists(placeOf[place].Members, member => member.Server == server && member.Since <= day && day < member.Until);

    private (int Since, int Count)[] Sizes(Server server)
    {
        var at = servers[server.Id];
        if (server.Places is [var place] && placeOf[place].Members is { } all && Array.FindAll(all, member => member.Server == at) is [{ Until: int.MaxValue } only])
        {
            return [(only.Since, 1)];
        }

        return
        [
            .. Days(server.Places.SelectMany(one => placeOf[one].Members.Where(member => member.Server == at)))
                .Select(day => (day, server.Places.Count(one => Serves(at, one, day)))),
        ];
    }

    private static IEnumerable<int> Days(IEnumerable<Member> members) =>
        members.SelectMany(member => new[] { member.Since, member.Until }).Where(day => day != int.MaxValue).Distinct().Order();

    private static (int From, int Until) Period(Member[] members, int today)
    {
        var (from, until) = (int.MinValue, int.MaxValue);
        foreach (var member in members)
        {
            from = Math.Max(from, member.Until <= today ? member.Until : member.Since <= today ? member.Since : from);
            until = Math.Min(until, member.Since > today ? member.Since : member.Until > today ? member.Until : until);
        }

        return (from, until);
    }

    /// <summary>Somebody serves a commune from one day until another, as day numbers.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Member(int Server, int Since, int Until);

    /// <summary>A commune.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Place
    {
        public CommuneInfo Info;
        public Member[] Members;
        public ServingAdministration[] Now;
        public int From;
        public int Until;
    }

    /// <summary>An administration.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Server
    {
        public Guid Id;
        public AdministrationKind Kind;
        public int[] Places;
        public (int Since, int Count)[] Sizes;
    }
}
