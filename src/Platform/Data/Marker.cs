using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Platform.Data;

/// <summary>Something that happens once in the life of a store, and that it did.</summary>
internal sealed class Marker : IShared
{
    public required string Name { get; init; }
}

internal sealed class MarkerMapping : IEntityTypeConfiguration<Marker>
{
    public void Configure(EntityTypeBuilder<Marker> builder)
    {
        builder.ToTable("marker", "platform");
        builder.HasKey(marker => marker.Name);
        builder.Property(marker => marker.Name).HasMaxLength(60);
    }
}

/// <summary>Asks and says what happened once in the life of a store.</summary>
public static class Markers
{
    /// <summary>The seeds were read into this store: a start does not read them again.</summary>
    public const string Seeded = "seeded";

    /// <summary>Whether it has happened.</summary>
    public static Task<bool> Marked(this TeleservicesDb db, string name, CancellationToken ct) =>
        db.Set<Marker>().AnyAsync(marker => marker.Name == name, ct);

    /// <summary>It has happened now.</summary>
    public static Task Mark(this TeleservicesDb db, string name, CancellationToken ct)
    {
        db.Add(new Marker { Name = name });
        return db.SaveChangesAsync(ct);
    }
}
