using System.Globalization;

namespace Teleservices.Forms.Answers;

/// <summary>Numbers as people write them (« 1 234,50 ») and as they are kept (<c>1234.50</c>).</summary>
internal static class Numbers
{
    private static readonly char[] Spaces = [' ', '\u00A0', '\u202F', '€'];

    public static decimal? Written(string text)
    {
        var plain = string.Concat(text.Where(c => !Spaces.Contains(c))).Replace(',', '.');
        return Invariant(plain);
    }

    public static decimal? Invariant(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Canonical(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
