using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Provider;

/// <summary>The OpenID Connect server's keys, read once per process.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Teleservices.Identity.ProviderKey");
    private RsaSecurityKey? signing;
    private byte[]? encryption;

    /// <summary>RS256, the algorithm that every client of OpenID Connect must know.</summary>
    public RsaSecurityKey Signing => signing ?? throw new InvalidOperationException("The keys were not loaded.");

    /// <summary>For codes and access tokens, which nobody but this server reads.</summary>
    public SymmetricSecurityKey Encryption => new(encryption);

    /// <summary>Reads the keys, and makes them when the installation has none yet.</summary>
    public async Task Load(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        signing = SigningKey(await Key(db, ProviderKey.Signing, NewSigningKey, ct));
        encryption = await Key(db, ProviderKey.Encryption, () => RandomNumberGenerator.GetBytes(32), ct);
    }

    private async Task<byte[]> Key(TeleservicesDb db, string use, Func<byte[]> make, CancellationToken ct)
    {
        var stored = await db.ProviderKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Use == use, ct);
        if (stored is not null)
        {
            return protector.Unprotect(Convert.FromBase64String(stored.Protected));
        }

        db.Add(new ProviderKey { Use = use, Protected = Convert.ToBase64String(protector.Protect(make())), CreatedAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries().Any())
        {
            // Another process of a first start was faster: its key counts.
            db.ChangeTracker.Clear();
        }

        var kept = await db.ProviderKeys.AsNoTracking().SingleAsync(key => key.Use == use, ct);
        return protector.Unprotect(Convert.FromBase64String(kept.Protected));
    }

    private static RsaSecurityKey SigningKey(byte[] stored)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(stored, out _);
        return new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true))
        {
            KeyId = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())),
        };
    }

    private static byte[] NewSigningKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }
}
