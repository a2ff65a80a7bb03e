using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>An edition of the national territory that was imported: which one, when, and what it changed.</summary>
internal sealed class TerritoryEdition : IShared
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The day from which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Whose data they are, under which licence.</summary>
    public required string Attribution { get; init; }

    /// <summary>The differences, as JSON.</summary>
    public required string Differences { get; init; }
}

internal sealed class TerritoryEditionMapping : IEntityTypeConfiguration<TerritoryEdition>
{
    public void Configure(EntityTypeBuilder<TerritoryEdition> builder)
    {
        builder.ToTable("territory_edition", "tenancy");
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.Attribution).HasMaxLength(500);
        builder.HasIndex(edition => edition.ValidFrom);
    }
}
