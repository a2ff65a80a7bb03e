namespace Teleservices.Platform.Web;

/// <summary>Telephone numbers on pages: kept in E.164, read as they are dialled.</summary>
public static class PhoneNumbers
{
    /// <summary>A French number in pairs of digits («02 38 29 80 00»), kept together on the line; another one as it is.</summary>
    public static string AsDialled(this string phone) => phone is ['+', '3', '3', var first, .. { Length: 8 } rest]
        ? $"0{first}\u00A0{rest[..2]}\u00A0{rest[2..4]}\u00A0{rest[4..6]}\u00A0{rest[6..]}"
        : phone;
}
