using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>A commune of France (code officiel géographique), of today or of the past; who serves it is in <see cref="TerritoryMember"/>.</summary>
internal sealed class Commune : IShared
{
    public required string Cog { get; init; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Postcodes { get; private set; } = [];

    public int Population { get; private set; }

    /// <summary>Of the municipality; nothing for one that is no more, or that no edition of the national territory has told of.</summary>
    public string? Siren { get; private set; }

    /// <summary>COG code of its département, with the same reserve.</summary>
    public string? Departement { get; private set; }

    public void Describe(string name, IReadOnlyList<string> postcodes, int population)
    {
        (Name, Population) = (name, population);
        if (!Postcodes.SequenceEqual(postcodes))
        {
            Postcodes = postcodes;
        }
    }

    /// <summary>What an edition of the national territory adds.</summary>
    public void Identify(string? siren, string? departement) => (Siren, Departement) = (siren, departement);
}

internal sealed class CommuneMapping : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.ToTable("commune", "tenancy");
        builder.HasKey(commune => commune.Cog);
        builder.Property(commune => commune.Cog).HasMaxLength(5);
        builder.Property(commune => commune.Name).HasMaxLength(100);
        builder.Property(commune => commune.Siren).HasMaxLength(9);
        builder.Property(commune => commune.Departement).HasMaxLength(3);
        builder.HasIndex(commune => commune.Departement);
        builder.PrimitiveCollection(commune => commune.Postcodes).ElementType(postcode => postcode.HasMaxLength(5));
    }
}
