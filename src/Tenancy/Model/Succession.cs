using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>From a day on, another commune stands for this one; or, where it was set up again, it stands for itself.</summary>
internal sealed class Succession : IShared
{
    public required string Cog { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>The commune that it was merged into; nothing when it was set up again.</summary>
    public required string? Successor { get; init; }
}

internal sealed class SuccessionMapping : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> builder)
    {
        builder.ToTable("commune_succession", "tenancy");
        builder.HasKey(succession => new { succession.Cog, succession.Since });
        builder.Property(succession => succession.Cog).HasMaxLength(5);
        builder.Property(succession => succession.Successor).HasMaxLength(5);
    }
}
