using System.Globalization;
using System.Text.RegularExpressions;

namespace Teleservices.Tenancy.Seeds;

/// <summary>Codes that the State gives, and how to tell that one is mistyped.</summary>
internal static partial class Codes
{
    /// <summary>Nine digits whose last one is a Luhn key (répertoire SIRENE).</summary>
    public static bool IsSiren(string text) => Nine().IsMatch(text) && Luhn(text) % 10 == 0;

    /// <summary>COG of a commune: five digits, in Corsica <c>2A</c> or <c>2B</c> and three digits.</summary>
    public static bool IsCommune(string text) => Commune().IsMatch(text);

    /// <summary>COG of a département: two digits, <c>2A</c>, <c>2B</c>, or three digits overseas.</summary>
    public static bool IsDepartement(string text) => Departement().IsMatch(text);

    public static bool IsPostcode(string text) => Five().IsMatch(text);

    /// <summary>A telephone number in international form (E.164).</summary>
    public static bool IsPhone(string text) => Phone().IsMatch(text);

    public static bool IsColour(string text) => Colour().IsMatch(text);

    /// <summary>Contrast of white text on this colour, from 1 to 21 (WCAG 2.2, relative luminance).</summary>
    public static double ContrastWithWhite(string colour)
    {
        var luminance = (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));
        return 1.05 / (luminance + 0.05);
    }

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 % 10) + (digit * 2 / 10);
        }

        return sum;
    }

    [GeneratedRegex(@"\A[0-9]{9}\z")]
    private static partial Regex Nine();

    [GeneratedRegex(@"\A([0-9]{2}|2[AB])[0-9]{3}\z")]
    private static partial Regex Commune();

    [GeneratedRegex(@"\A([0-9]{2}|2[AB]|97[0-9])\z")]
    private static partial Regex Departement();

    [GeneratedRegex(@"\A[0-9]{5}\z")]
    private static partial Regex Five();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A#[0-9a-f]{6}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
