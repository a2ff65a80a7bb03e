using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Model;

/// <summary>IT staff have sent something again: who, when and why. Never changed.</summary>
internal sealed class LedgerAction : IShared
{
    public required Guid Id { get; init; }

    public required Guid? RequestId { get; init; }

    /// <summary>The parked message, if it was one.</summary>
    public required Guid? MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Account on the console, or the user of the command line's machine.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }
}

internal sealed class LedgerActionMapping : IEntityTypeConfiguration<LedgerAction>
{
    public void Configure(EntityTypeBuilder<LedgerAction> builder)
    {
        builder.ToTable("ledger_action", "dispatch");
        builder.Property(action => action.Id).ValueGeneratedNever();
        builder.Property(action => action.By).HasMaxLength(120);
        builder.Property(action => action.Reason).HasMaxLength(500);
        builder.HasIndex(action => action.RequestId);
    }
}
