using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Forms.Answers;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>Answers that are not filed yet; kept three months after the last change. One per form, resident and portal.</summary>
internal sealed class Draft : IOwnedByResident
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    public required Guid ResidentId { get; init; }

    /// <summary>The portal on which it was begun.</summary>
    public required Guid PortalId { get; init; }

    public required string FormSlug { get; init; }

    public required int FormVersion { get; init; }

    /// <summary>The commune that it concerns unless the form asks for a place.</summary>
    public required string CommuneCog { get; set; }

    /// <summary>What was typed, as JSON; see <see cref="AnswerSet"/>.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>The page to come back to.</summary>
    public string? Page { get; private set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The request that it becomes; a draft is filed once.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>How often it was saved: two tabs at the same moment do not overwrite each other, and what is filed is what was shown.</summary>
    public int Saves { get; private set; }

    public AnswerSet Read() => AnswerSet.FromJson(Answers);

    public void Keep(AnswerSet answers, string? page, DateTimeOffset now)
    {
        Answers = answers.ToJson();
        Page = page;
        UpdatedAt = now;
        ExpiresAt = now + Kept;
        Saves++;
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("draft", "forms");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.FormSlug).HasMaxLength(80);
        builder.Property(draft => draft.CommuneCog).HasMaxLength(5);
        builder.Property(draft => draft.Page).HasMaxLength(80);
        builder.HasIndex(draft => new { draft.ResidentId, draft.FormSlug, draft.PortalId }).IsUnique();
        builder.Property(draft => draft.Saves).IsConcurrencyToken();
    }
}
