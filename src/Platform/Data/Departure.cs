using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Platform.Data;

/// <summary>
/// Says in a database that an administration is leaving it or has left. Every commit on its rows looks here in its own transaction, so a process
/// that has not heard of the move writes nothing that would be left behind.
/// </summary>
internal sealed class Departure : IShared
{
    public required Guid AdministrationId { get; init; }

    public required DateTimeOffset Since { get; init; }
}

internal sealed class DepartureMapping : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> builder)
    {
        builder.ToTable("departure", "platform");
        builder.HasKey(departure => departure.AdministrationId);
        builder.Property(departure => departure.AdministrationId).ValueGeneratedNever();
    }
}

/// <summary>The administration is moving into another database, or has just moved: nothing was written, and the same again soon will work.</summary>
/// <param name="administration">Its identifier.</param>
public sealed class AdministrationMovesException(Guid administration) : Exception($"Administration {administration} is moving into another database: nothing was written.");
