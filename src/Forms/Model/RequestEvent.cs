using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>What can happen to a request, as the resident sees it.</summary>
internal enum RequestEventKind
{
    Filed,
    Routed,
    Opened,
    Assigned,
    AgentWrote,
    PiecesRequested,
    ResidentWrote,
    Decided,
    Closed,
    Disputed,
}

/// <summary>One line of a request's timeline. Its identifier is that of what happened, so that it is written once.</summary>
internal sealed class RequestEvent : IOwnedByResident
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid ResidentId { get; init; }

    public required RequestEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The message of the bus that told of it, as JSON; for residents' own messages, what they sent.</summary>
    public required string Details { get; init; }
}

internal sealed class RequestEventMapping : IEntityTypeConfiguration<RequestEvent>
{
    public void Configure(EntityTypeBuilder<RequestEvent> builder)
    {
        builder.ToTable("request_event", "forms");
        builder.FollowsRequest(nameof(RequestEvent.RequestId));
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.HasIndex(line => new { line.RequestId, line.At });
    }
}
