using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Teleservices.Identity.Sessions;

/// <summary>Secrets that are handed out once; the store keeps their hash, so a stolen copy of it opens nothing.</summary>
internal static class RandomKey
{
    /// <summary>256 random bits, fit for a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
