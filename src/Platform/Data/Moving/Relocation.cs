using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Platform.Data.Moving;

/// <summary>How far the move of an administration is; each step may be taken again.</summary>
public enum RelocationStep
{
    /// <summary>Asked for; nothing has changed.</summary>
    Begun,

    /// <summary>Nobody writes its rows any more, and what was written in the old place has been delivered.</summary>
    Closed,

    /// <summary>The rows are in both places, and equal.</summary>
    Copied,

    /// <summary>It lives in the new place.</summary>
    Switched,

    /// <summary>Nothing of it is left in the old place.</summary>
    Done,
}

/// <summary>The move of an administration from one database into another, in the common database.</summary>
public sealed class Relocation : IShared
{
    internal Relocation()
    {
    }

    /// <summary>Its identifier; the first is the oldest.</summary>
    public Guid Id { get; internal init; }

    /// <summary>Who moves.</summary>
    public Guid AdministrationId { get; internal init; }

    /// <summary>Name of the old database; nothing: the common one.</summary>
    public string? From { get; internal init; }

    /// <summary>Name of the new database; nothing: the common one.</summary>
    public string? To { get; internal init; }

    /// <summary>The last step that is done.</summary>
    public RelocationStep Step { get; internal set; }

    /// <summary>How many rows came along.</summary>
    public long Rows { get; internal set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset BegunAt { get; internal init; }

    /// <summary>When the last step was done.</summary>
    public DateTimeOffset SteppedAt { get; internal set; }
}

internal sealed class RelocationMapping : IEntityTypeConfiguration<Relocation>
{
    public void Configure(EntityTypeBuilder<Relocation> builder)
    {
        builder.ToTable("relocation", "platform");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.From).HasMaxLength(60);
        builder.Property(row => row.To).HasMaxLength(60);

        // One move of an administration at a time.
        builder.HasIndex(row => row.AdministrationId).IsUnique().HasFilter("\"Step\" <> 'Done'");
    }
}
