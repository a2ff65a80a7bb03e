using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Security;

/// <summary>A key that the platform made for itself, kept encrypted with its Data Protection keys.</summary>
internal sealed class Secret : IShared
{
    public required string Name { get; init; }

    public required string Protected { get; init; }
}

internal sealed class SecretMapping : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> builder)
    {
        builder.ToTable("secret", "platform");
        builder.HasKey(secret => secret.Name);
        builder.Property(secret => secret.Name).HasMaxLength(60);
    }
}
