using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Seeds;

/// <summary>Reads <c>territories.yaml</c>: the communes, and which administration serves them since when.</summary>
internal sealed class TerritorySeeder(TeleservicesDb db, Territory territory) : ISeeder
{
    private readonly List<CommuneSeed> communes = [];
    private readonly List<MemberSeed> members = [];

    public int Order => 11;

    public void Read(SeedFolder folder)
    {
        if (folder.File("territories.yaml") is not { } root)
        {
            return;
        }

        root.Required("communes");
        foreach (var node in root.List("communes"))
        {
            communes.Add(ReadCommune(folder, node));
        }

        root.Required("territories");
        foreach (var node in root.List("territories"))
        {
            members.AddRange(ReadTerritory(folder, node));
        }

        foreach (var (cog, at) in folder.Declared("commune with COG code"))
        {
            if (folder.Declared("commune", cog) is null)
            {
                at.Mistake($"commune {cog} is not among the communes of territories.yaml");
            }
            else if (!members.Any(member => member.Cog == cog && folder.Declared("administration", member.Slug) == at))
            {
                at.Mistake($"no territory of territories.yaml says that this administration serves its commune {cog}");
            }
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var known = await db.Communes.ToDictionaryAsync(commune => commune.Cog, ct);
        foreach (var told in communes)
        {
            var commune = known.GetValueOrDefault(told.Cog) ?? db.Communes.Add(new Commune { Cog = told.Cog }).Entity;
            commune.Describe(told.Name, told.Postcodes, told.Population);
        }

        var ids = await db.Administrations.ToDictionaryAsync(administration => administration.Slug, administration => administration.Id, ct);
        var rows = await db.TerritoryMembers.ToDictionaryAsync(row => (row.AdministrationId, row.Cog, row.Since), ct);
        foreach (var told in members)
        {
            var row = rows.GetValueOrDefault((ids[told.Slug], told.Cog, told.Since))
                ?? db.TerritoryMembers.Add(new TerritoryMember { AdministrationId = ids[told.Slug], Cog = told.Cog, Since = told.Since }).Entity;
            row.EndOn(told.Until);
        }

        var summary = db.SummaryOf<IShared>("communes and territory members", communes.Count + members.Count);
        await db.Touch(Territory.Register, ct);
        await db.SaveChangesAsync(ct);
        territory.Forget();
        return summary;
    }

    private static CommuneSeed ReadCommune(SeedFolder folder, SeedNode node)
    {
        var cog = node.Text("cog");
        folder.Declare("commune", cog, node);
        if (cog.Length > 0 && !Codes.IsCommune(cog))
        {
            node.Optional("cog")?.Mistake($"'{cog}' is not the COG code of a commune (five characters; not the postcode)");
        }

        var postcodes = node.List("postcodes");
        if (postcodes.Count == 0)
        {
            node.Mistake("at least one postcode is expected");
        }

        foreach (var postcode in postcodes.Where(postcode => !Codes.IsPostcode(postcode.Value)))
        {
            postcode.Mistake($"'{postcode.Value}' is not a postcode");
        }

        return new CommuneSeed(cog, node.Text("name"), [.. postcodes.Select(postcode => postcode.Value)], node.Number("population", 0));
    }

    private static IEnumerable<MemberSeed> ReadTerritory(SeedFolder folder, SeedNode node)
    {
        var slug = node.Text("administration");
        if (slug.Length > 0 && folder.Declared("administration", slug) is null)
        {
            node.Optional("administration")?.Mistake($"administration '{slug}' is not in administrations.yaml");
        }

        var (since, until) = (node.Date("since"), node.OptionalDate("until"));
        if (until <= since)
        {
            node.Optional("until")?.Mistake("'until' is the first day after the end, so it comes after 'since'");
        }

        node.Required("communes");
        var cogs = node.List("communes");
        foreach (var cog in cogs)
        {
            if (folder.Declared("commune", cog.Value) is null)
            {
                cog.Mistake($"commune '{cog.Value}' is not in the list of communes above");
            }

            folder.Declare($"membership of commune {cog.Value} since {since:yyyy-MM-dd} in", slug, cog);
        }

        return cogs.Select(cog => new MemberSeed(slug, cog.Value, since, until));
    }

    private sealed record CommuneSeed(string Cog, string Name, IReadOnlyList<string> Postcodes, int Population);

    private sealed record MemberSeed(string Slug, string Cog, DateOnly Since, DateOnly? Until);
}
