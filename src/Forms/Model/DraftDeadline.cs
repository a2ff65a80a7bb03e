using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>
/// When to look whether a draft has expired. Nobody but its resident sees a draft, so what cleans up needs to be told whose it is: this
/// row says that, and for which form and commune it is. It is written once; a draft that was used since gets a later day when it is looked at.
/// </summary>
internal sealed class DraftDeadline : IShared
{
    public required Guid DraftId { get; init; }

    public required Guid ResidentId { get; init; }

    public required DateTimeOffset LookAt { get; set; }

    /// <summary>The form, so that drafts can be counted; older rows do not say.</summary>
    public string? FormSlug { get; init; }

    /// <summary>The commune that it concerns, with the same reserve.</summary>
    public string? CommuneCog { get; init; }
}

internal sealed class DraftDeadlineMapping : IEntityTypeConfiguration<DraftDeadline>
{
    public void Configure(EntityTypeBuilder<DraftDeadline> builder)
    {
        builder.ToTable("draft_deadline", "forms");
        builder.HasKey(deadline => deadline.DraftId);
        builder.Property(deadline => deadline.DraftId).ValueGeneratedNever();
        builder.Property(deadline => deadline.FormSlug).HasMaxLength(80);
        builder.Property(deadline => deadline.CommuneCog).HasMaxLength(5);
        builder.HasIndex(deadline => deadline.LookAt);
    }
}
