using System.Text.Json;
using Teleservices.Tenancy.Territories;

namespace Teleservices.Cli.Territory;

/// <summary>Reads the unpacked npm package <c>@etalab/decoupage-administratif</c> as an edition.</summary>
internal static class DecoupageAdministratif
{
    private const string Overseas = "com";
    private const string Source =
        "Découpage administratif (npm @etalab/decoupage-administratif {0}, MIT) d'après INSEE (code officiel géographique, populations légales, Sirene), DGCL (EPCI) et La Poste (codes postaux) ; Licence Ouverte 2.0 (Etalab)";

    /// <summary>The edition; overseas collectivities, which have neither départements nor EPCI, and the islands without inhabitants are left out.</summary>
    /// <exception cref="InvalidDataException">The folder does not hold the package.</exception>
    public static Edition Read(string folder, string departements)
    {
        var version = Package(folder).Version;
        var all = File<List<CommuneIn>>(folder, "communes");
        var today = all.Where(one => one is { Type: "commune-actuelle", Siren: not null }).ToList();
        var codes = today.Select(one => one.Code).ToHashSet();
        var sirens = System.IO.File.ReadLines(departements).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1]);

        // A code that lives on as a part of another commune has its name there; an older one is only a number. Both name the commune of today.
        var formers = new Dictionary<string, EditionFormer>();
        foreach (var part in all.Where(one => one is { ChefLieu: { } main } && main != one.Code && codes.Contains(main) && !codes.Contains(one.Code)))
        {
            formers[part.Code] = new EditionFormer(part.Code, part.ChefLieu!, part.Nom);
        }

        foreach (var (old, now) in today.SelectMany(one => (one.AnciensCodes ?? []).Select(old => (old, one.Code))).Where(pair => !codes.Contains(pair.old)))
        {
            formers.TryAdd(old, new EditionFormer(old, now, old));
        }

        return new Edition(
            new DateOnly(Year(version), 1, 1),
            Source.Replace("{0}", version, StringComparison.Ordinal),
            [.. today.Select(one => new EditionCommune(one.Code, one.Nom, one.Siren!, one.Departement, one.Population ?? 0, one.CodesPostaux ?? []))],
            [.. formers.Values],
            [.. File<List<EpciIn>>(folder, "epci").Select(one => new EditionEpci(one.Code, one.Type, one.Nom, [.. one.Membres.Select(member => member.Code)]))],
            [.. File<List<DepartementIn>>(folder, "departements").Where(one => one.Zone != Overseas).Select(one => new EditionDepartement(one.Code, sirens[one.Code], one.Nom))]);
    }

    private static T File<T>(string folder, string name)
    {
        try
        {
            using var file = System.IO.File.OpenRead(Path.Combine(folder, "data", $"{name}.json"));
            return JsonSerializer.Deserialize<T>(file, JsonSerializerOptions.Web)!;
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            throw new InvalidDataException($"{folder} does not hold the package @etalab/decoupage-administratif: {fault.Message}", fault);
        }
    }

    private static PackageIn Package(string folder)
    {
        var path = Path.Combine(folder, "package.json");
        return System.IO.File.Exists(path)
            ? JsonSerializer.Deserialize<PackageIn>(System.IO.File.ReadAllText(path), JsonSerializerOptions.Web)!
            : throw new InvalidDataException($"{path} does not exist: unpack the package @etalab/decoupage-administratif first.");
    }

    /// <summary>The table of the package's README: major version 1 is 2021, and so on.</summary>
    private static int Year(string version) => 2020 + int.Parse(version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    private sealed record PackageIn(string Version);

    private sealed record CommuneIn(
        string Code, string Nom, string Type, string Departement, string? Siren, int? Population, string[]? CodesPostaux, string[]? AnciensCodes, string? ChefLieu);

    private sealed record EpciIn(string Code, string Nom, string Type, MemberIn[] Membres);

    private sealed record MemberIn(string Code);

    private sealed record DepartementIn(string Code, string Nom, string Zone);
}
