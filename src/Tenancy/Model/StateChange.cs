using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Model;

/// <summary>
/// Somebody has moved an administration from one state to another. Never changed; goes with the administration. <see cref="IShared"/> as the
/// administration itself: the console asks, where no administration is set.
/// </summary>
internal sealed class StateChange : IShared
{
    public const int ByLength = 120;
    public const int ReasonLength = 400;

    public required Guid Id { get; init; }

    public required Guid AdministrationId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AdministrationState From { get; init; }

    public required AdministrationState To { get; init; }

    /// <summary>As the person is called, or the name of the machine's user who typed the command.</summary>
    public required string By { get; init; }

    /// <summary>Nothing where the checks are the reason: going live for the first time.</summary>
    public required string? Reason { get; init; }
}

internal sealed class StateChangeMapping : IEntityTypeConfiguration<StateChange>
{
    public void Configure(EntityTypeBuilder<StateChange> builder)
    {
        builder.ToTable("state_change", "tenancy");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.By).HasMaxLength(StateChange.ByLength);
        builder.Property(change => change.Reason).HasMaxLength(StateChange.ReasonLength);
        builder.HasIndex(change => new { change.AdministrationId, change.At });
    }
}
