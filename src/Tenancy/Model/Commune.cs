using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>A commune of France that some administration of the platform serves (code officiel géographique).</summary>
internal sealed class Commune : IShared
{
    public required string Cog { get; init; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Postcodes { get; private set; } = [];

    public int Population { get; private set; }

    public void Describe(string name, IReadOnlyList<string> postcodes, int population)
    {
        (Name, Population) = (name, population);
        if (!Postcodes.SequenceEqual(postcodes))
        {
            Postcodes = postcodes;
        }
    }
}

internal sealed class CommuneMapping : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.ToTable("commune", "tenancy");
        builder.HasKey(commune => commune.Cog);
        builder.Property(commune => commune.Cog).HasMaxLength(5);
        builder.Property(commune => commune.Name).HasMaxLength(100);
        builder.PrimitiveCollection(commune => commune.Postcodes).ElementType(postcode => postcode.HasMaxLength(5));
    }
}
