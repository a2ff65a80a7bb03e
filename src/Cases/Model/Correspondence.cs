using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

/// <summary>A message between the resident and the administration; both see it.</summary>
internal sealed class CaseMessage : IOwnedByAdministration
{
    public const int MaxLength = 4000;

    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private set; }

    public required Guid CaseId { get; init; }

    public required ActorKind From { get; init; }

    public required string AuthorName { get; init; }

    public string? AuthorTitle { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The wish for pieces that it answers.</summary>
    public Guid? AnswersWish { get; init; }
}

/// <summary>A word between agents. Never leaves the administration: no message on the bus carries it.</summary>
internal sealed class InternalNote : IOwnedByAdministration
{
    public const int MaxLength = 4000;

    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private set; }

    public required Guid CaseId { get; init; }

    public required Guid AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A file of the case: with the request, or with a later message. The row decides who may read the file.</summary>
internal sealed class CasePiece : IOwnedByAdministration
{
    /// <summary>Also the file's identifier in the store.</summary>
    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private set; }

    public required Guid CaseId { get; init; }

    /// <summary>The message that brought it, or nothing: it was filed with the request.</summary>
    public Guid? MessageId { get; init; }

    public required string Label { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public static CasePiece From(Contracts.FiledPiece piece, Guid caseId, Guid? messageId, DateTimeOffset at) => new()
    {
        Id = piece.Id,
        CaseId = caseId,
        MessageId = messageId,
        Label = piece.Label.Fr,
        FileName = piece.FileName,
        ContentType = piece.ContentType,
        Size = piece.Size,
        Sha256 = piece.Sha256,
        ReceivedAt = at,
    };
}

/// <summary>A wish for missing information or pieces (CRPA L114-5): what, by when, and when it was answered.</summary>
internal sealed class PiecesRequest : IOwnedByAdministration
{
    public const int MaxLength = 4000;

    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private set; }

    public required Guid CaseId { get; init; }

    public required string Body { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; internal set; }

    public PiecesWish ForClock() =>
        new(ParisDay.Of(AskedAt), DueOn, AnsweredAt is { } at ? ParisDay.Of(at) : null);

    /// <summary>The first answer counts; a later one is a message like any other.</summary>
    public void Answered(DateTimeOffset at) => AnsweredAt ??= at;
}

internal sealed class CaseMessageMapping : IEntityTypeConfiguration<CaseMessage>
{
    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.ToTable("case_message", "cases");
        builder.HasKey(row => new { row.CaseId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.AuthorName).HasMaxLength(200);
        builder.Property(row => row.AuthorTitle).HasMaxLength(200);
        builder.HasIndex(row => new { row.CaseId, row.At });
    }
}

internal sealed class InternalNoteMapping : IEntityTypeConfiguration<InternalNote>
{
    public void Configure(EntityTypeBuilder<InternalNote> builder)
    {
        builder.ToTable("internal_note", "cases");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.AuthorName).HasMaxLength(200);
        builder.HasIndex(row => new { row.CaseId, row.At });
    }
}

internal sealed class CasePieceMapping : IEntityTypeConfiguration<CasePiece>
{
    public void Configure(EntityTypeBuilder<CasePiece> builder)
    {
        builder.ToTable("case_piece", "cases");
        builder.HasKey(row => new { row.CaseId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Label).HasMaxLength(300);
        builder.Property(row => row.FileName).HasMaxLength(200);
        builder.Property(row => row.ContentType).HasMaxLength(100);
        builder.Property(row => row.Sha256).HasMaxLength(64);
    }
}

internal sealed class PiecesRequestMapping : IEntityTypeConfiguration<PiecesRequest>
{
    public void Configure(EntityTypeBuilder<PiecesRequest> builder)
    {
        builder.ToTable("pieces_request", "cases");
        builder.HasKey(row => new { row.CaseId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.AskedBy).HasMaxLength(200);
    }
}
