namespace Teleservices.Platform.Files;

/// <summary>A kind of file that residents and agents may hand in, told by its content and not by its name.</summary>
/// <param name="Code">As in form definitions: <c>pdf</c>, <c>jpeg</c>, <c>png</c>.</param>
/// <param name="ContentType">As it is served, always as an attachment.</param>
/// <param name="Extensions">Extensions that a name may bear, with the dot.</param>
public sealed record FileKind(string Code, string ContentType, IReadOnlyList<string> Extensions)
{
    /// <summary>Portable Document Format (ISO 32000).</summary>
    public static readonly FileKind Pdf = new("pdf", "application/pdf", [".pdf"]);

    /// <summary>JPEG photograph.</summary>
    public static readonly FileKind Jpeg = new("jpeg", "image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>PNG image.</summary>
    public static readonly FileKind Png = new("png", "image/png", [".png"]);

    /// <summary>All that the platform takes.</summary>
    public static readonly IReadOnlyList<FileKind> All = [Pdf, Jpeg, Png];

    /// <summary>Length that <see cref="Of"/> wants to see, in bytes.</summary>
    public const int HeadLength = 16;

    /// <summary>What a file is, by its first bytes (OWASP ASVS 5.2.2); nothing if it is none of <see cref="All"/>.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ => null,
    };

    /// <summary>A name that is safe to keep and to serve: no path, no control or direction characters, at most 120 long, the right extension.</summary>
    public string SafeName(string name)
    {
        var bare = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(bare.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format
            && !"<>:\"|?*;".Contains(c, StringComparison.Ordinal))).Trim('.', ' ');
        var stem = Path.GetFileNameWithoutExtension(clean);
        var extension = Path.GetExtension(clean).ToLowerInvariant();
        if (stem.Length == 0)
        {
            stem = "document";
        }

        return stem[..Math.Min(stem.Length, 110)] + (Extensions.Contains(extension) ? extension : Extensions[0]);
    }
}
