using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>Where a request stands, for the resident.</summary>
internal enum RequestState
{
    /// <summary>Filed; the competent administration is being told.</summary>
    Filed,

    /// <summary>An administration is competent and has been told.</summary>
    Routed,

    /// <summary>The administration has it.</summary>
    Open,

    /// <summary>The administration waits for the resident.</summary>
    Awaited,

    /// <summary>There is an answer.</summary>
    Decided,

    /// <summary>Nothing more will come.</summary>
    Closed,
}

/// <summary>What a resident filed, and the receipt they hold for it.</summary>
internal sealed class Request : IOwnedByResident
{
    public required Guid Id { get; init; }

    public required Guid ResidentId { get; init; }

    /// <summary>On the receipt, for people to quote: unguessable, without letters that look alike.</summary>
    public required string Number { get; init; }

    public required string FormSlug { get; init; }

    public required int FormVersion { get; init; }

    public required string TitleFr { get; init; }

    public string? TitleEn { get; init; }

    /// <summary>The portal on which it was filed; links in mails lead there.</summary>
    public required Guid PortalId { get; init; }

    public required string CommuneCog { get; init; }

    public required string ApplicantEmail { get; init; }

    /// <summary>Language in which the resident filed, <c>fr</c> or <c>en</c>: mails are in it.</summary>
    public required string Language { get; init; }

    /// <summary>Date of reception on the registration receipt (CRPA L112-11, R112-11-2).</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>All that was filed, as JSON of FiledContent.</summary>
    public required string Content { get; init; }

    /// <summary>What was told of it besides its content, as JSON of RequestFiled, so that it can be told again.</summary>
    public required string Told { get; init; }

    public RequestState State { get; private set; }

    /// <summary>The administration that is in charge now, once it is known.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>Its name; nothing while it is being looked for, or while administrations disagree.</summary>
    public string? HolderName { get; private set; }

    /// <summary>When it was given to the present holder.</summary>
    public DateTimeOffset RoutedAt { get; private set; }

    /// <summary>When the present state began.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>How it ended, once it has.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>The day on which silence becomes a decision, as the holder last said.</summary>
    public DateOnly? SilenceOn { get; private set; }

    /// <summary>When the holder last said so.</summary>
    public DateTimeOffset SilenceSaidAt { get; private set; }

    /// <summary>News that come at the same moment are applied one after the other.</summary>
    public int Changes { get; private set; }

    public void Held(Guid holder, string name)
    {
        (HolderId, HolderName) = (holder, name);
        Changes++;
    }

    /// <summary>An administration was found, or another one passed it on; what was decided earlier and comes late, or is told again, does not count.</summary>
    public void RouteTo(Guid holder, string name, DateTimeOffset at)
    {
        if (at < RoutedAt || (at == RoutedAt && HolderId == holder))
        {
            return;
        }

        var isAnother = HolderId is not null && HolderId != holder;
        Held(holder, name);
        RoutedAt = at;
        if (isAnother && State < RequestState.Decided)
        {
            (State, StateSince) = (RequestState.Routed, at);
        }

        Move(RequestState.Routed, at);
    }

    /// <summary>Nobody takes it until the arbitration desk has chosen; what was said before the present holder had it and comes late does not count.</summary>
    public void Dispute(DateTimeOffset at)
    {
        if (at < RoutedAt || State >= RequestState.Decided)
        {
            return;
        }

        (HolderName, State, StateSince) = (null, RequestState.Routed, at);
        Changes++;
    }

    /// <summary>Moves on to a state; news that comes late does not move it back.</summary>
    public void Move(RequestState state, DateTimeOffset at)
    {
        Changes++;
        if (at >= StateSince && (state > State || State == RequestState.Awaited))
        {
            (State, StateSince) = (state, at);
        }
    }

    public void Decide(CaseOutcome outcome, DateTimeOffset at)
    {
        Outcome = outcome;
        Move(RequestState.Decided, at);
    }

    /// <summary>Takes note of the day on which silence decides; what was said earlier and comes late does not count.</summary>
    public void Expect(DateOnly? silenceOn, DateTimeOffset at)
    {
        if (at >= SilenceSaidAt)
        {
            (SilenceOn, SilenceSaidAt) = (silenceOn, at);
        }
    }
}

internal sealed class RequestMapping : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> builder)
    {
        builder.ToTable("request", "forms");
        builder.FollowsRequest(nameof(Request.Id));
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Number).HasMaxLength(40);
        builder.Property(request => request.FormSlug).HasMaxLength(80);
        builder.Property(request => request.TitleFr).HasMaxLength(200);
        builder.Property(request => request.TitleEn).HasMaxLength(200);
        builder.Property(request => request.CommuneCog).HasMaxLength(5);
        builder.Property(request => request.ApplicantEmail).HasMaxLength(254);
        builder.Property(request => request.Language).HasMaxLength(2);
        builder.Property(request => request.HolderName).HasMaxLength(200);
        builder.Property(request => request.Changes).IsConcurrencyToken();
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => new { request.ResidentId, request.FiledAt });
    }
}
