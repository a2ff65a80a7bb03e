using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Model;

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger", "dispatch");
        builder.HasKey(entry => entry.RequestId);
        builder.FollowsRequest(nameof(LedgerEntry.RequestId));
        builder.Property(entry => entry.RequestId).ValueGeneratedNever();
        builder.Property(entry => entry.Number).HasMaxLength(40);
        builder.Property(entry => entry.FormSlug).HasMaxLength(80);
        builder.Property(entry => entry.FormTitleFr).HasMaxLength(300);
        builder.Property(entry => entry.FormTitleEn).HasMaxLength(300);
        builder.Property(entry => entry.Competence).HasMaxLength(60);
        builder.Property(entry => entry.CommuneCog).HasMaxLength(5);
        builder.Property(entry => entry.Alarm).HasMaxLength(500);
        builder.Ignore(entry => entry.Turn);
        builder.Ignore(entry => entry.IsDisputed);
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.HasIndex(entry => entry.Number).IsUnique();
        builder.HasIndex(entry => new { entry.FiledAt, entry.Number });
        builder.HasIndex(entry => new { entry.State, entry.FiledAt, entry.Number });
        builder.HasIndex(entry => new { entry.HolderId, entry.FiledAt, entry.Number });
        builder.HasIndex(entry => new { entry.HolderId, entry.State });
        builder.HasIndex(entry => entry.Alarm).HasFilter("\"Alarm\" IS NOT NULL");

        // Parts of the entry: nobody can ask for them but through it, so its filter is theirs.
        builder.OwnsMany(entry => entry.Decisions, decision =>
        {
            decision.ToTable("routing_decision", "dispatch");
            decision.WithOwner().HasForeignKey("RequestId");
            decision.HasKey("RequestId", nameof(RoutingDecision.DecidedAt));
            decision.Property(one => one.LegalAct).HasMaxLength(500);
        });
        builder.OwnsMany(entry => entry.Custody, custody =>
        {
            custody.ToTable("custody", "dispatch");
            custody.WithOwner().HasForeignKey("RequestId");
            custody.HasKey("RequestId", nameof(Custody.From));
            custody.Property(one => one.Reason).HasMaxLength(Custody.ReasonLength);
        });
    }
}
