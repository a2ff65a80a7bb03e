using System.Text;
using Teleservices.Tenancy.Model;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>What an administration is called, and by which label its host is found, when nobody says otherwise.</summary>
internal static class BodyNames
{
    /// <summary>How the name of a département follows «Département»; all others want «de».</summary>
    private static readonly (string Article, string Codes)[] Articles =
    [
        ("de l’", " 01 02 03 07 09 10 11 12 27 34 36 38 60 61 89 91 "),
        ("d’", " 28 35 37 "),
        ("des ", " 04 05 06 08 13 22 40 64 65 66 78 79 88 92 "),
        ("du ", " 14 15 18 25 29 30 32 39 45 46 56 59 62 63 67 68 69 81 83 84 90 94 95 "),
        ("de la ", " 16 17 19 21 23 24 26 31 33 42 43 44 48 50 51 52 53 55 57 58 70 71 72 73 74 76 80 85 86 87 93 971 972 973 "),
    ];

    private static readonly Dictionary<string, string> Natures = new(StringComparer.Ordinal)
    {
        ["CC"] = "Communauté de communes",
        ["CA"] = "Communauté d’agglomération",
        ["CU"] = "Communauté urbaine",
    };

    /// <summary>«Commune de Nevoy», «Commune d’Orléans», «Commune des Choux», «Commune du Moulinet-sur-Solin».</summary>
    public static string Commune(string name) => $"Commune {Of(name)}";

    /// <summary>«Mairie de Nevoy».</summary>
    public static string TownHall(string name) => $"Mairie {Of(name)}";

    /// <summary>«Département du Loiret».</summary>
    public static string Departement(string code, string name) => $"Département {ArticleOf(code)}{name}";

    /// <summary>«Communauté de communes Giennoises» of «CC Giennoises»; a name without the usual abbreviation stays.</summary>
    public static string Epci(string name, string? nature) =>
        nature is not null && Natures.TryGetValue(nature, out var whole) && name.StartsWith(nature + " ", StringComparison.Ordinal)
            ? $"{whole} {name[(nature.Length + 1)..]}"
            : name;

    /// <summary>A name as a label of a host name (RFC 1123): «Le Moulinet-sur-Solin» is <c>le-moulinet-sur-solin</c>.</summary>
    public static string Slug(string name)
    {
        var label = new StringBuilder();
        foreach (var c in Folded.Of(name).Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                label.Append(c);
            }
            else if (label.Length > 0 && label[^1] != '-')
            {
                label.Append('-');
            }
        }

        return label.ToString(0, Math.Min(label.Length, 50)).Trim('-');
    }

    /// <summary>Place names begin with an article of their own, or with a vowel.</summary>
    private static string Of(string name) => name switch
    {
        _ when name.StartsWith("Le ", StringComparison.Ordinal) => $"du {name[3..]}",
        _ when name.StartsWith("Les ", StringComparison.Ordinal) => $"des {name[4..]}",
        _ when StartsWithVowel(name) => $"d’{name}",
        _ => $"de {name}",
    };

    /// <summary>An h counts as one: most names that begin with it are said so (Huisseau, Houville); a file can say otherwise.</summary>
    private static bool StartsWithVowel(string name) => "aeiouhœæ".Contains(Folded.Of(name)[0], StringComparison.Ordinal);

    private static string ArticleOf(string code) =>
        Array.Find(Articles, group => group.Codes.Contains($" {code} ", StringComparison.Ordinal)).Article ?? "de ";
}
