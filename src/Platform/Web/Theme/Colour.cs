using System.Globalization;

namespace Teleservices.Platform.Web.Theme;

/// <summary>An opaque sRGB colour, with the contrast rules of WCAG 2.2 (RGAA 3.2).</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>The colour of our text.</summary>
    public static readonly Colour Ink = new(0x17, 0x21, 0x2B);

    /// <summary>Reads <c>#rrggbb</c> and nothing else; what is not a colour is nothing, so it never reaches a style sheet.</summary>
    public static Colour? Parse(string? text) =>
        text is ['#', _, _, _, _, _, _] && uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    /// <summary>Contrast with another colour, from 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (mine, its) = (Luminance, other.Luminance);
        return (Math.Max(mine, its) + 0.05) / (Math.Min(mine, its) + 0.05);
    }

    /// <summary>This colour with a share of another one, from 0 to 1.</summary>
    public Colour Mix(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>This colour, made darker until text in it can be read on a background.</summary>
    public Colour ReadableOn(Colour background, double contrast = 4.5)
    {
        var colour = this;
        for (var share = 0.05; colour.Contrast(background) < contrast && share <= 1; share += 0.05)
        {
            colour = Mix(Ink, share);
        }

        return colour;
    }

    /// <inheritdoc/>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte mine, byte its, double share) => (byte)Math.Round(mine + ((its - mine) * share));
}
