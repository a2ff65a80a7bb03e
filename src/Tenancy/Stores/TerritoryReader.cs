using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Stores;

/// <summary>Reads the territory row by row, so that a hundred thousand of them leave little behind.</summary>
internal sealed class TerritoryReader(TeleservicesDb db, DateOnly today)
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> servers = [];
    private readonly List<string> cogs = [];
    private readonly List<(Guid Id, AdministrationKind Kind)> who = [];
    private readonly List<(int Place, TerritoryMap.Member Member)> members = [];

    /// <summary>From so many communes on, what reading leaves behind is worth a collection: it happens once per change of the territory.</summary>
    private const int Many = 10_000;

    public TerritoryMap Read()
    {
        var map = Build();
        if (map.Communes.Count > Many)
        {
            members.Clear();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return map;
    }

    private TerritoryMap Build()
    {
        foreach (var row in db.TerritoryMembers.AsNoTracking()
            .Join(db.Administrations, member => member.AdministrationId, administration => administration.Id, (member, administration) =>
                new { administration.Id, administration.Kind, member.Cog, member.Since, member.Until }))
        {
            members.Add((PlaceOf(row.Cog), new TerritoryMap.Member(ServerOf(row.Id, row.Kind), row.Since.DayNumber, row.Until?.DayNumber ?? int.MaxValue)));
        }

        var successions = Successions();
        var infos = Communes();
        var byPlace = Spread(places.Count, member => member.Place, member => member.Member);
        var byServer = Spread(servers.Count, member => member.Member.Server, member => member.Place);
        return new TerritoryMap(
            places,
            servers,
            [.. infos.Select((info, at) => new TerritoryMap.Place { Info = info, Members = byPlace[at] })],
            [.. who.Select((one, at) => new TerritoryMap.Server { Id = one.Id, Kind = one.Kind, Places = byServer[at].Length == 1 ? byServer[at] : [.. byServer[at].Distinct()] })],
            successions,
            today);
    }

    /// <summary>Arrays of exactly the right length, without the groups in between.</summary>
    private T[][] Spread<T>(int count, Func<(int Place, TerritoryMap.Member Member), int> key, Func<(int Place, TerritoryMap.Member Member), T> value)
    {
        var lengths = new int[count];
        members.ForEach(member => lengths[key(member)]++);
        var spread = Array.ConvertAll(lengths, length => new T[length]);
        members.ForEach(member => spread[key(member)][--lengths[key(member)]] = value(member));
        return spread;
    }

    /// <summary>The national register may hold the whole country; in memory are the communes that somebody serves, and those that became a part of them.</summary>
    private Dictionary<string, (DateOnly, string?)[]> Successions()
    {
        var steps = db.Successions.AsNoTracking().OrderBy(step => step.Since).Select(step => new { step.Cog, step.Since, step.Successor }).ToList();
        for (var before = -1; before != places.Count;)
        {
            before = places.Count;
            foreach (var step in steps.Where(step => step.Successor is not null && places.ContainsKey(step.Successor)))
            {
                PlaceOf(step.Cog);
            }
        }

        return steps.Where(step => places.ContainsKey(step.Cog)).GroupBy(step => step.Cog)
            .ToDictionary(group => cogs[places[group.Key]], group => group.Select(step => (step.Since, step.Successor)).ToArray());
    }

    private CommuneInfo[] Communes()
    {
        var infos = new CommuneInfo[places.Count];
        var postcodes = new Dictionary<string, string>(StringComparer.Ordinal);

        // One parameter, however many there are: 35,000 placeholders are more than a store takes.
        foreach (var row in db.Communes.AsNoTracking().Where(commune => EF.Parameter(cogs).Contains(commune.Cog))
            .Select(commune => new { commune.Cog, commune.Name, commune.Postcodes }))
        {
            var at = places[row.Cog];
            infos[at] = new CommuneInfo(cogs[at], row.Name, row.Postcodes.Select(Shared).ToArray());
        }

        return infos;

        string Shared(string postcode)
        {
            postcodes.TryAdd(postcode, postcode);
            return postcodes[postcode];
        }
    }

    private int PlaceOf(string cog)
    {
        if (!places.TryGetValue(cog, out var at))
        {
            places[cog] = at = cogs.Count;
            cogs.Add(cog);
        }

        return at;
    }

    private int ServerOf(Guid id, AdministrationKind kind)
    {
        if (!servers.TryGetValue(id, out var at))
        {
            servers[id] = at = who.Count;
            who.Add((id, kind));
        }

        return at;
    }
}
