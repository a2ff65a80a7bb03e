using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Security;

/// <summary>
/// The identifier under which one administration knows a resident: another at each administration, so that the files of two
/// of them cannot be joined (CNIL deliberation 2013-054; OpenID Connect Core 8.1).
/// </summary>
public sealed class PairwiseIds(TeleservicesDb db, IDataProtectionProvider protection, PairwiseKey known)
{
    private const string Name = "pairwise";

    /// <summary>HMAC-SHA-256 of resident and administration, 32 hexadecimal digits; always the same for the same two.</summary>
    public async Task<string> Of(Guid resident, Guid administration, CancellationToken ct)
    {
        var key = await Key(ct);
        byte[] pair = [.. resident.ToByteArray(), .. administration.ToByteArray()];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, pair))[..32];
    }

    /// <summary>Makes the key if it is not there yet; called once when the store is made.</summary>
    public async Task Prepare(CancellationToken ct)
    {
        if (!await db.Set<Secret>().AnyAsync(secret => secret.Name == Name, ct))
        {
            var value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            db.Add(new Secret { Name = Name, Protected = Protector.Protect(value) });
            await db.SaveChangesAsync(ct);
        }
    }

    private IDataProtector Protector => protection.CreateProtector("Teleservices.Secrets");

    private async Task<byte[]> Key(CancellationToken ct)
    {
        if (known.Value is not { } key)
        {
            var secret = await db.Set<Secret>().AsNoTracking().SingleAsync(secret => secret.Name == Name, ct);
            known.Value = key = Convert.FromBase64String(Protector.Unprotect(secret.Protected));
        }

        return key;
    }
}

/// <summary>The key of <see cref="PairwiseIds"/> once it was read: it never changes while the store lives.</summary>
public sealed class PairwiseKey
{
    internal byte[]? Value { get; set; }
}
