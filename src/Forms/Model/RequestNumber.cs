using System.Globalization;
using System.Security.Cryptography;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Model;

/// <summary>The number on a receipt, for people to quote: year, portal, and eight characters that nobody can guess.</summary>
internal static class RequestNumber
{
    /// <summary>No letters that look like digits or like each other.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Names of communes have up to 45 characters; a number is read out on the telephone.</summary>
    private const int NameLength = 24;

    public static string New(AdministrationInfo portal, DateTimeOffset now)
    {
        var name = portal.Identifier.ToUpperInvariant()[..Math.Min(NameLength, portal.Identifier.Length)].TrimEnd('-');
        return string.Create(CultureInfo.InvariantCulture, $"{now.LegalDay().Year}-{name}-{RandomNumberGenerator.GetString(Letters, 8)}");
    }
}
