using System.Runtime.CompilerServices;

namespace Teleservices.Platform.Tenancy;

/// <summary>Finds communes by the beginning of a postcode, by name, or by both: «45500», «saint gon», «45500 Gien». Case, accents and hyphens do not matter.</summary>
public static class CommuneSearch
{
    /// <summary>More suggestions than these nobody reads: then one types more of the name.</summary>
    public const int Most = 20;

    /// <summary>Fewer letters than these would find half of the country.</summary>
    public const int LeastLetters = 2;

    private const int PostcodeLength = 5;

    /// <summary>Folding 35,000 names takes longer than finding one: done once for each state of the territory.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<CommuneInfo>, Entry[]> Folded = [];

    /// <summary>The communes that what was typed can mean, the likeliest first: the whole name, then its beginning, then a word in it; each by name.</summary>
    public static IReadOnlyList<CommuneInfo> Matching(this ITerritory territory, string typed)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(typed);
        var words = CommuneByName.Folded(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A whole postcode wherever it stands; the beginning of one alone: beside a name, a short number is a part of it.
        var postcode = words is [var only] && only.Length <= PostcodeLength && only.All(char.IsAsciiDigit) ? only : words.FirstOrDefault(IsPostcode);
        var name = string.Join(' ', words.Where(word => word != postcode));
        if ((postcode?.Length ?? 0) + name.Length < LeastLetters)
        {
            return [];
        }

        return
        [
            .. Folded.GetValue(territory.Communes, communes => [.. communes.Select(commune => new Entry(commune, CommuneByName.Folded(commune.Name)))])
                .Where(entry => postcode is null || entry.Commune.Postcodes.Any(one => one.StartsWith(postcode, StringComparison.Ordinal)))
                .Select(entry => (entry.Commune, Rank: entry.Rank(name)))
                .Where(found => found.Rank is not null)
                .OrderBy(found => found.Rank)
                .Select(found => found.Commune),
        ];
    }

    /// <summary>«45500 Gien»: with the postcode, because many communes share a name.</summary>
    public static string InWords(this CommuneInfo commune)
    {
        ArgumentNullException.ThrowIfNull(commune);
        return commune.Postcodes is [var first, ..] ? $"{first} {commune.Name}" : commune.Name;
    }

    private static bool IsPostcode(string word) => word.Length == PostcodeLength && word.All(char.IsAsciiDigit);

    private readonly record struct Entry(CommuneInfo Commune, string Name)
    {
        /// <summary>How near the name is to what was typed, 0 being nearest; nothing when it is another one.</summary>
        public int? Rank(string typed)
        {
            if (typed.Length == 0 || Name == typed)
            {
                return 0;
            }

            var at = Name.IndexOf(typed, StringComparison.Ordinal);
            while (at > 0 && Name[at - 1] != ' ')
            {
                at = Name.IndexOf(typed, at + 1, StringComparison.Ordinal);
            }

            return at switch { < 0 => null, 0 => 1, _ => 2 };
        }
    }
}
