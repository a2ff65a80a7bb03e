using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;

namespace Teleservices.Tenancy.Territories;

/// <summary>Compares an edition with what the store knows: what differs, in words and in rows.</summary>
internal sealed class Comparison(Edition edition, IReadOnlyList<EditionFormer> successors, bool first)
{
    private readonly Dictionary<string, EditionCommune> communes = edition.Communes.ToDictionary(one => one.Cog);
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<TerritoryChange, int> counts = [];
    private readonly List<TerritoryDifference> lines = [];
    private readonly List<object> added = [];
    private readonly List<object> changed = [];
    private readonly List<object> gone = [];
    private readonly HashSet<(AdministrationKind, string)> ended = [];

    public Edition Edition => edition;

    public IReadOnlyList<object> Added => added;

    public IReadOnlyList<object> Changed => changed;

    public IReadOnlyList<object> Gone => gone;

    public IReadOnlyList<TerritoryDifference> Lines => lines;

    public List<string> Lost { get; } = [];

    public bool Nothing => added.Count + changed.Count + gone.Count == 0;

    public TerritoryDiff Diff(DateOnly? previous, bool applied) => new(
        edition.ValidFrom, previous, edition.Communes.Count, edition.Epci.Count, edition.Departements.Count, counts, lines, Lost, applied);

    public void Communes(IReadOnlyList<Commune> known, IReadOnlyDictionary<string, Succession> steps)
    {
        var rows = known.ToDictionary(one => one.Cog);
        foreach (var told in edition.Communes)
        {
            Commune(told, rows.GetValueOrDefault(told.Cog), steps.GetValueOrDefault(told.Cog));
        }

        var formers = new Dictionary<string, EditionFormer>();
        foreach (var former in edition.Formers.Concat(successors))
        {
            formers[former.Cog] = former;
        }

        foreach (var former in formers.Values)
        {
            Former(former, rows.GetValueOrDefault(former.Cog), steps.GetValueOrDefault(former.Cog));
        }

        Lost.AddRange(known.Select(one => one.Cog)
            .Where(cog => !communes.ContainsKey(cog) && !formers.ContainsKey(cog) && steps.GetValueOrDefault(cog)?.Successor is null).Order(StringComparer.Ordinal));
        foreach (var one in known)
        {
            names.TryAdd(one.Cog, one.Name);
        }
    }

    public void Bodies(IReadOnlyList<PublicBody> known)
    {
        var rows = known.ToDictionary(one => (one.Kind, one.Code));
        foreach (var told in edition.Departements)
        {
            Body(AdministrationKind.Departement, told.Code, told.Siren, told.Name, null, rows);
        }

        foreach (var told in edition.Epci)
        {
            names[told.Siren] = told.Name;
            Body(AdministrationKind.Epci, told.Siren, told.Siren, told.Name, told.Nature, rows);
        }

        // Whatever was not told of is left over.
        foreach (var row in rows.Values.Where(row => row.Until is null))
        {
            row.EndOn(edition.ValidFrom);
            ended.Add((row.Kind, row.Code));
            names.TryAdd(row.Siren, row.Name);
            changed.Add(row);
            Note(new(TerritoryChange.BodyEnded, row.Code, row.Name));
        }
    }

    public void Members(IReadOnlyList<EpciMember> open)
    {
        var rows = open.ToDictionary(one => (one.Siren, one.Cog));
        foreach (var epci in edition.Epci)
        {
            foreach (var cog in epci.Members.Where(cog => !rows.Remove((epci.Siren, cog))))
            {
                added.Add(new EpciMember { Siren = epci.Siren, Cog = cog, Since = edition.ValidFrom });
                Note(new(TerritoryChange.Joined, cog, Name(cog), After: epci.Name));
            }
        }

        foreach (var row in rows.Values)
        {
            End(row, row.Since, () => row.EndOn(edition.ValidFrom));
            Note(new(TerritoryChange.Left, row.Cog, Name(row.Cog), Before: Name(row.Siren)));
        }
    }

    /// <summary>Administrations of the platform serve what the edition says; those it does not know, such as a syndicat, stay as they are.</summary>
    public void Served(IReadOnlyList<Administration> administrations, IReadOnlyList<TerritoryMember> open)
    {
        var rows = open.ToLookup(row => row.AdministrationId);
        var epci = edition.Epci.ToDictionary(one => one.Siren, one => one.Members);
        var departements = edition.Communes.ToLookup(one => one.Departement, one => one.Cog);
        foreach (var administration in administrations)
        {
            if (Perimeter(administration, epci, departements) is { } perimeter)
            {
                Serve(administration, perimeter, [.. rows[administration.Id]]);
            }
        }
    }

    private IReadOnlyList<string>? Perimeter(Administration one, Dictionary<string, IReadOnlyList<string>> epci, ILookup<string, string> departements)
    {
        switch (one.Kind)
        {
            case AdministrationKind.Commune:
                return communes.ContainsKey(one.Cog ?? "") ? [one.Cog!] : ended.Contains((AdministrationKind.Commune, one.Cog ?? "")) ? [] : null;
            case AdministrationKind.Epci:
                return epci.GetValueOrDefault(one.Siren) ?? (ended.Contains((AdministrationKind.Epci, one.Siren)) ? [] : null);
            default:
                var codes = edition.Departements.Where(told => told.Siren == one.Siren || told.Code == one.Cog).Select(told => told.Code).ToList();
                return codes.Count == 0 ? null : [.. codes.SelectMany(code => departements[code])];
        }
    }

    private void Serve(Administration administration, IReadOnlyList<string> perimeter, List<TerritoryMember> open)
    {
        var wanted = perimeter.ToHashSet();
        foreach (var row in open)
        {
            if (!wanted.Remove(row.Cog) && !perimeter.Contains(row.Cog))
            {
                End(row, row.Since, () => row.EndOn(edition.ValidFrom));
                Note(new(TerritoryChange.ServedLess, row.Cog, Name(row.Cog), Before: administration.ShortName), always: true);
            }
        }

        foreach (var cog in wanted)
        {
            added.Add(new TerritoryMember { AdministrationId = administration.Id, Cog = cog, Since = edition.ValidFrom });
            Note(new(TerritoryChange.ServedMore, cog, Name(cog), After: administration.ShortName), always: true);
        }
    }

    private void Commune(EditionCommune told, Commune? row, Succession? step)
    {
        names[told.Cog] = told.Name;
        if (row is null)
        {
            row = new Commune { Cog = told.Cog };
            added.Add(row);
            Note(new(TerritoryChange.CommuneAdded, told.Cog, told.Name));
        }
        else if ((row.Name, row.Siren ?? told.Siren, row.Departement ?? told.Departement) != (told.Name, told.Siren, told.Departement))
        {
            changed.Add(row);
            Note(new(TerritoryChange.CommuneRenamed, told.Cog, told.Name, $"{row.Name} {row.Siren}", $"{told.Name} {told.Siren}"));
        }
        else if (row.Siren is null || row.Departement is null || row.Population != told.Population || !row.Postcodes.SequenceEqual(told.Postcodes))
        {
            changed.Add(row);
            counts[TerritoryChange.CommuneUpdated] = counts.GetValueOrDefault(TerritoryChange.CommuneUpdated) + 1;
        }

        row.Describe(told.Name, told.Postcodes, told.Population);
        row.Identify(told.Siren, told.Departement);
        if (step?.Successor is not null)
        {
            added.Add(new Succession { Cog = told.Cog, Since = edition.ValidFrom, Successor = null });
            Note(new(TerritoryChange.CommuneBack, told.Cog, told.Name, Before: step.Successor));
        }
    }

    private void Former(EditionFormer told, Commune? row, Succession? step)
    {
        if (communes.ContainsKey(told.Cog) || step?.Successor == told.Successor)
        {
            return;
        }

        if (row is null)
        {
            row = new Commune { Cog = told.Cog };
            row.Describe(told.Name, [], 0);
            added.Add(row);
        }
        else if (row.Siren is not null)
        {
            row.Identify(null, null);
            changed.Add(row);
        }

        var since = told.Since ?? edition.ValidFrom;
        names.TryAdd(told.Cog, row.Name);
        ended.Add((AdministrationKind.Commune, told.Cog));
        if (step?.Since >= since)
        {
            gone.Add(step);
        }

        added.Add(new Succession { Cog = told.Cog, Since = since, Successor = told.Successor });
        Note(new(TerritoryChange.CommuneMerged, told.Cog, row.Name, After: $"{Name(told.Successor)} ({told.Successor})"));
    }

    private void Body(AdministrationKind kind, string code, string siren, string name, string? nature, Dictionary<(AdministrationKind, string), PublicBody> rows)
    {
        if (!rows.Remove((kind, code), out var row))
        {
            row = new PublicBody { Kind = kind, Code = code };
            added.Add(row);
            Note(new(TerritoryChange.BodyAdded, code, name));
        }
        else if ((row.Siren, row.Name, row.Nature, row.Until) != (siren, name, nature, null))
        {
            changed.Add(row);
            Note(new(TerritoryChange.BodyRenamed, code, name, $"{row.Nature} {row.Name} {row.Siren}".Trim(), $"{nature} {name} {siren}".Trim()));
        }

        row.Describe(siren, name, nature);
    }

    /// <summary>A row that would end before it has begun comes from the same edition, which is being put right: it never was.</summary>
    private void End(object row, DateOnly since, Action end)
    {
        if (since >= edition.ValidFrom)
        {
            gone.Add(row);
            return;
        }

        end();
        changed.Add(row);
    }

    private string Name(string code) => names.GetValueOrDefault(code, code);

    /// <summary>A first edition adds the whole country: counted, not told one by one.</summary>
    private void Note(TerritoryDifference difference, bool always = false)
    {
        counts[difference.Change] = counts.GetValueOrDefault(difference.Change) + 1;
        if (!first || always)
        {
            lines.Add(difference);
        }
    }
}
