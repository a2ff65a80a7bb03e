using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Teleservices.Tenancy.Territories;

/// <summary>
/// An edition as a file: lines of text separated by tabs, compressed (gzip); the same edition is the same text, byte for byte. The head
/// (<c>#</c>) has the day and the attribution; then <c>D</c>épartements, <c>C</c>ommunes, <c>E</c>PCI and <c>F</c>ormer codes. A SIREN is left out
/// where it follows from the COG code, as most do.
/// </summary>
internal static class EditionFile
{
    private const string Title = "# teleservices territory 1";

    public static Edition Read(Stream file)
    {
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        if (text.ReadLine() != Title)
        {
            throw new InvalidDataException("This is not an edition of the national territory.");
        }

        var validFrom = DateOnly.ParseExact(Head(text, "# valid from "), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var edition = new Edition(validFrom, Head(text, "# "), new List<EditionCommune>(35_000), new List<EditionFormer>(5_000), new List<EditionEpci>(1_300), new List<EditionDepartement>(101));
        for (var number = 4; text.ReadLine() is { } line; number++)
        {
            try
            {
                Add(edition, line.Split('\t'));
            }
            catch (Exception fault) when (fault is FormatException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"Line {number} is not understood: {line}", fault);
            }
        }

        Check(edition);
        return edition;
    }

    public static void Write(Edition edition, Stream file)
    {
        Check(edition);
        using var text = new StreamWriter(new GZipStream(file, CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        text.WriteLine(Title);
        text.WriteLine($"# valid from {edition.ValidFrom:yyyy-MM-dd}");
        text.WriteLine($"# {edition.Attribution}");
        foreach (var one in edition.Departements.OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            text.WriteLine($"D\t{one.Code}\t{one.Siren}\t{one.Name}");
        }

        foreach (var one in edition.Communes.OrderBy(one => one.Cog, StringComparer.Ordinal))
        {
            var siren = one.Siren == UsualSiren(one.Cog) ? "" : one.Siren;
            var departement = one.Departement == UsualDepartement(one.Cog) ? "" : one.Departement;
            var population = one.Population.ToString(CultureInfo.InvariantCulture);
            text.WriteLine($"C\t{one.Cog}\t{one.Name}\t{siren}\t{departement}\t{population}\t{string.Join(' ', one.Postcodes)}");
        }

        foreach (var one in edition.Epci.OrderBy(one => one.Siren, StringComparer.Ordinal))
        {
            text.WriteLine($"E\t{one.Siren}\t{one.Nature}\t{one.Name}\t{string.Join(' ', one.Members.Order(StringComparer.Ordinal))}");
        }

        foreach (var one in edition.Formers.OrderBy(one => one.Cog, StringComparer.Ordinal))
        {
            text.WriteLine($"F\t{one.Cog}\t{one.Successor}\t{(one.Name == one.Cog ? "" : one.Name)}");
        }
    }

    private static string Head(StreamReader text, string begins) => text.ReadLine() is { } line && line.StartsWith(begins, StringComparison.Ordinal)
        ? line[begins.Length..]
        : throw new InvalidDataException($"The head of the edition has no line «{begins}…».");

    private static void Add(Edition edition, string[] cells)
    {
        switch (cells[0])
        {
            case "D":
                ((List<EditionDepartement>)edition.Departements).Add(new(cells[1], cells[2], cells[3]));
                break;
            case "C":
                ((List<EditionCommune>)edition.Communes).Add(new(
                    cells[1],
                    cells[2],
                    cells[3].Length > 0 ? cells[3] : UsualSiren(cells[1]),
                    cells[4].Length > 0 ? cells[4] : UsualDepartement(cells[1]),
                    int.Parse(cells[5], CultureInfo.InvariantCulture),
                    cells[6].Split(' ')));
                break;
            case "E":
                ((List<EditionEpci>)edition.Epci).Add(new(cells[1], cells[2], cells[3], cells[4].Split(' ')));
                break;
            case "F":
                ((List<EditionFormer>)edition.Formers).Add(new(cells[1], cells[2], cells[3].Length > 0 ? cells[3] : cells[1]));
                break;
            default:
                throw new FormatException($"No line begins with {cells[0]}.");
        }
    }

    private static void Check(Edition edition)
    {
        var communes = Unique(edition.Communes.Select(one => one.Cog), "commune");
        var departements = Unique(edition.Departements.Select(one => one.Code), "département");
        Unique(edition.Epci.Select(one => one.Siren), "EPCI");
        Unique(edition.Formers.Select(one => one.Cog).Concat(communes), "old code");
        Unique(edition.Epci.SelectMany(one => one.Members), "member of an EPCI");
        Known(edition.Epci.SelectMany(one => one.Members), communes, "member of an EPCI");
        Known(edition.Formers.Select(one => one.Successor), communes, "successor");
        Known(edition.Communes.Select(one => one.Departement), departements, "département of a commune");
        var wrong = edition.Communes.Select(one => one.Siren).Concat(edition.Epci.Select(one => one.Siren)).Concat(edition.Departements.Select(one => one.Siren))
            .FirstOrDefault(siren => !Seeds.Codes.IsSiren(siren));
        if (wrong is not null)
        {
            throw new InvalidDataException($"{wrong} is not a SIREN.");
        }
    }

    private static HashSet<string> Unique(IEnumerable<string> codes, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return codes.FirstOrDefault(code => !seen.Add(code)) is { } twice ? throw new InvalidDataException($"The {what} {twice} is there twice.") : seen;
    }

    private static void Known(IEnumerable<string> codes, HashSet<string> known, string what)
    {
        if (codes.FirstOrDefault(code => !known.Contains(code)) is { } unknown)
        {
            throw new InvalidDataException($"The edition does not know {unknown}, a {what}.");
        }
    }

    private static string UsualDepartement(string cog) => cog.StartsWith("97", StringComparison.Ordinal) ? cog[..3] : cog[..2];

    /// <summary>21, the département, 0, the rest of the COG code, a Luhn key: what most communes were given in 1983.</summary>
    private static string UsualSiren(string cog)
    {
        var eight = $"21{cog[..2]}0{cog[2..]}";
        return Enumerable.Range(0, 10).Select(key => $"{eight}{key}").FirstOrDefault(Seeds.Codes.IsSiren) ?? "";
    }
}
