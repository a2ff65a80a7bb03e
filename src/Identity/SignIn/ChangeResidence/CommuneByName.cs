using System.Globalization;
using System.Text;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.SignIn.ChangeResidence;

/// <summary>Finds the commune that an address means, however its name is written.</summary>
internal static class CommuneByName
{
    /// <summary>The one commune with this postcode and name, or nothing: then the address is kept as written.</summary>
    public static CommuneInfo? Find(this ITerritory territory, string postcode, string name)
    {
        var wanted = Folded(name);
        return territory.Communes.FirstOrDefault(commune => commune.Postcodes.Contains(postcode) && Folded(commune.Name) == wanted);
    }

    /// <summary>«ST GONDON», «Saint-Gondon» and «saint gondon» are one.</summary>
    internal static string Folded(string name)
    {
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
