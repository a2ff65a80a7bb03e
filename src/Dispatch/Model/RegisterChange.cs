using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Model;

/// <summary>Somebody has changed the competence register by hand: who, when, by which act. Never changed.</summary>
internal sealed class RegisterChange : IShared
{
    public required Guid Id { get; init; }

    public required Guid AssignmentId { get; init; }

    public required string Competence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Account on the console.</summary>
    public required string By { get; init; }

    public required RegisterChangeKind Kind { get; init; }

    /// <summary>From which day the change works.</summary>
    public required DateOnly On { get; init; }

    public required string LegalAct { get; init; }
}

/// <summary>What was done to an assignment.</summary>
internal enum RegisterChangeKind
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>Its end was set.</summary>
    Ended,
}

internal sealed class RegisterChangeMapping : IEntityTypeConfiguration<RegisterChange>
{
    public void Configure(EntityTypeBuilder<RegisterChange> builder)
    {
        builder.ToTable("register_change", "dispatch");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Competence).HasMaxLength(60);
        builder.Property(change => change.By).HasMaxLength(120);
        builder.Property(change => change.LegalAct).HasMaxLength(500);
        builder.HasIndex(change => new { change.Competence, change.At });
    }
}
