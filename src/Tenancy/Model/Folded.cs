using System.Globalization;
using System.Text;

namespace Teleservices.Tenancy.Model;

/// <summary>A name as people type it when they look for it: no accents, no capitals, hyphens and apostrophes as spaces.</summary>
internal static class Folded
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c is '-' or '\'' or '’' ? ' ' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
