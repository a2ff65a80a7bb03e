using System.Globalization;
using System.Text;

namespace Teleservices.Platform.Tenancy;

/// <summary>Finds the commune that an address means, however its name is written.</summary>
public static class CommuneByName
{
    /// <summary>The one commune with this postcode and name, or nothing: then the address is kept as written.</summary>
    public static CommuneInfo? Find(this ITerritory territory, string postcode, string name)
    {
        ArgumentNullException.ThrowIfNull(territory);
        var wanted = Folded(name);
        return territory.Communes.FirstOrDefault(commune => commune.Postcodes.Contains(postcode) && Folded(commune.Name) == wanted);
    }

    /// <summary>The one commune that somebody typed: a COG code, «45500 Gien», or a name that only one commune has; nothing when it is none, or several.</summary>
    public static CommuneInfo? Typed(this ITerritory territory, string typed)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim();
        if (territory.Commune(text) is { } known)
        {
            return known;
        }

        var (first, rest) = text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var one, var more] ? (one, more) : ("", text);
        if (first.Length == 5 && first.All(char.IsAsciiDigit))
        {
            return territory.Find(first, rest);
        }

        var wanted = Folded(text);
        return territory.Communes.Where(commune => Folded(commune.Name) == wanted).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>«ST GONDON», «Saint-Gondon» and «saint gondon» are one.</summary>
    public static string Folded(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.IsLetterOrDigit(c) ? c : ' ');
            }
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word switch { "st" => "saint", "ste" => "sainte", _ => word }));
    }
}
