using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

/// <summary>A key of the OpenID Connect server, made once per installation and kept encrypted with the Data Protection keys.</summary>
internal sealed class ProviderKey : IShared
{
    public const string Signing = "signing";
    public const string Encryption = "encryption";

    /// <summary><see cref="Signing"/> or <see cref="Encryption"/>.</summary>
    public required string Use { get; init; }

    /// <summary>PKCS#8 (signing) or 256 random bits (encryption), protected.</summary>
    public required string Protected { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ProviderKeyMapping : IEntityTypeConfiguration<ProviderKey>
{
    public void Configure(EntityTypeBuilder<ProviderKey> builder)
    {
        builder.ToTable("provider_key", "identity");
        builder.HasKey(key => key.Use);
        builder.Property(key => key.Use).HasMaxLength(20);
    }
}
