using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Dispatch.Transfers;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Model;

/// <summary>A competence passes from communes to another administration, or back to them, on a day, by a legal act (CGCT L1321-1, L5211-17, L5211-17-1).</summary>
internal sealed class CompetenceTransfer : IShared
{
    public required Guid Id { get; init; }

    public required string Competence { get; init; }

    /// <summary>COG codes.</summary>
    public required IReadOnlyList<string> Communes { get; init; }

    /// <summary>Who holds it from then on; nothing when each commune has it back.</summary>
    public required Guid? ToId { get; init; }

    /// <summary>First day, in Paris.</summary>
    public required DateOnly On { get; init; }

    public required string LegalAct { get; init; }

    public string? Note { get; init; }

    /// <summary>Account on the console, or user of the command line.</summary>
    public required string By { get; init; }

    public required DateTimeOffset ScheduledAt { get; init; }

    public TransferState State { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Assignments that it added, so that it can be taken back.</summary>
    public required IReadOnlyList<Guid> Added { get; init; }

    /// <summary>Assignments that it ended.</summary>
    public required IReadOnlyList<Guid> Ended { get; init; }

    /// <summary>Two processes at once: the second one begins again.</summary>
    public int Version { get; private set; }

    public void Enter(TransferState state, DateTimeOffset at)
    {
        (State, DoneAt) = (state, state == TransferState.Done ? at : null);
        Version++;
    }
}

/// <summary>One open request of a transfer: told of once, whoever is killed and however often it begins again.</summary>
internal sealed class TransferredRequest : IShared
{
    public required Guid TransferId { get; init; }

    public required Guid RequestId { get; init; }

    public required string Number { get; init; }

    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public TransferOutcome Outcome { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public void Move(DateTimeOffset at) => (Outcome, SettledAt) = (TransferOutcome.Moved, at);

    public void Stay(bool answered, DateTimeOffset at) =>
        (Outcome, SettledAt) = Outcome == TransferOutcome.Moved ? (Outcome, SettledAt) : (answered ? TransferOutcome.StayedAnswered : TransferOutcome.StayedElsewhere, at);
}

internal sealed class CompetenceTransferMapping : IEntityTypeConfiguration<CompetenceTransfer>
{
    public void Configure(EntityTypeBuilder<CompetenceTransfer> builder)
    {
        builder.ToTable("competence_transfer", "dispatch");
        builder.Property(transfer => transfer.Id).ValueGeneratedNever();
        builder.Property(transfer => transfer.Competence).HasMaxLength(60);
        builder.Property(transfer => transfer.LegalAct).HasMaxLength(400);
        builder.Property(transfer => transfer.Note).HasMaxLength(1000);
        builder.Property(transfer => transfer.By).HasMaxLength(120);
        builder.Property(transfer => transfer.Version).IsConcurrencyToken();
        builder.PrimitiveCollection(transfer => transfer.Communes).ElementType(cog => cog.HasMaxLength(5));
        builder.PrimitiveCollection(transfer => transfer.Added);
        builder.PrimitiveCollection(transfer => transfer.Ended);
        builder.HasIndex(transfer => new { transfer.State, transfer.On });
    }
}

internal sealed class TransferredRequestMapping : IEntityTypeConfiguration<TransferredRequest>
{
    public void Configure(EntityTypeBuilder<TransferredRequest> builder)
    {
        builder.ToTable("transferred_request", "dispatch");
        builder.HasKey(row => new { row.TransferId, row.RequestId });
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.HasIndex(row => new { row.TransferId, row.Outcome });
    }
}
