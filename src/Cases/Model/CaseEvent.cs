using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

/// <summary>What happened to a case.</summary>
internal enum CaseEventKind
{
    Opened,
    Taken,
    Assigned,
    Released,
    PiecesAsked,
    PiecesAnswered,
    ResidentWrote,
    AgentWrote,
    NoteWritten,
    MarkedRead,
    Decided,
    Closed,
    HandedOver,
    GivenBack,
    CameBack,
}

/// <summary>Who did something.</summary>
internal enum ActorKind
{
    Platform,
    Resident,
    Agent,
}

/// <summary>Who does something, as it stays in the audit trail.</summary>
internal sealed record Actor(ActorKind Kind, Guid? AccountId, string Name, string? Title)
{
    public static readonly Actor Platform = new(ActorKind.Platform, null, "", null);

    public static Actor Resident(string name) => new(ActorKind.Resident, null, name, null);
}

/// <summary>
/// A line of the audit trail: who, when, what, why. Written with the change that it tells of, numbered without gap in its case, and never touched again.
/// </summary>
internal sealed class CaseEvent : IOwnedByAdministration
{
    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private set; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3… in its case.</summary>
    public required int Sequence { get; init; }

    public required CaseEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public string? ActorTitle { get; init; }

    /// <summary>Why, in the words of whoever did it.</summary>
    public string? Why { get; init; }

    /// <summary>To or from whom, for a change of hands.</summary>
    public string? Whom { get; init; }

    /// <summary>The message, note or wish that it tells of.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>By when the resident is to answer.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day of silence as it stood after this step.</summary>
    public DateOnly? SilenceOn { get; init; }

    public CaseOutcome? Outcome { get; init; }
}

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("case_event", "cases");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ActorName).HasMaxLength(200);
        builder.Property(row => row.ActorTitle).HasMaxLength(200);
        builder.Property(row => row.Whom).HasMaxLength(200);
        builder.Property(row => row.Why).HasMaxLength(4000);
        builder.HasIndex(row => new { row.CaseId, row.Sequence }).IsUnique();

        // Append only: a change of what was written throws at the commit.
        foreach (var property in builder.Metadata.GetProperties())
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}
