using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>
/// When to look whether a draft has expired. Nobody but its resident sees a draft, so what cleans up needs to be told whose it is: this
/// row says that and nothing else. It is written once; a draft that was used since gets a later day when it is looked at.
/// </summary>
internal sealed class DraftDeadline : IShared
{
    public required Guid DraftId { get; init; }

    public required Guid ResidentId { get; init; }

    public required DateTimeOffset LookAt { get; set; }
}

internal sealed class DraftDeadlineMapping : IEntityTypeConfiguration<DraftDeadline>
{
    public void Configure(EntityTypeBuilder<DraftDeadline> builder)
    {
        builder.ToTable("draft_deadline", "forms");
        builder.HasKey(deadline => deadline.DraftId);
        builder.Property(deadline => deadline.DraftId).ValueGeneratedNever();
        builder.HasIndex(deadline => deadline.LookAt);
    }
}
