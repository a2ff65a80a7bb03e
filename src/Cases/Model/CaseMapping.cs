using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("case", "cases");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.ApplicantId).HasMaxLength(64);
        builder.Property(row => row.ApplicantName).HasMaxLength(200);
        builder.Property(row => row.ApplicantEmail).HasMaxLength(254);
        builder.Property(row => row.ApplicantPhone).HasMaxLength(40);
        builder.Property(row => row.ApplicantAddress).HasMaxLength(500);
        builder.Property(row => row.Search).HasMaxLength(260);
        builder.Property(row => row.FormSlug).HasMaxLength(80);
        builder.Property(row => row.FormTitleFr).HasMaxLength(200);
        builder.Property(row => row.FormTitleEn).HasMaxLength(200);
        builder.Property(row => row.Team).HasMaxLength(80);
        builder.Property(row => row.FormTeam).HasMaxLength(80);
        builder.Property(row => row.CommuneCog).HasMaxLength(5);
        builder.Property(row => row.CommuneName).HasMaxLength(100);
        builder.Property(row => row.LegalAct).HasMaxLength(500);
        builder.Property(row => row.Competence).HasMaxLength(60);
        builder.Property(row => row.Turn).HasDefaultValue(1);
        builder.Property(row => row.CameFrom).HasMaxLength(200);
        builder.Property(row => row.HandedTo).HasMaxLength(200);
        builder.Ignore(row => row.CanBeGivenBack);
        builder.Ignore(row => row.IsOver);
        builder.Property(row => row.SilenceBasis).HasMaxLength(300);
        builder.Property(row => row.Reason).HasMaxLength(4000);
        builder.Property(row => row.DecidedByName).HasMaxLength(200);
        builder.Property(row => row.Steps).IsConcurrencyToken();

        builder.HasMany(row => row.NewEvents).WithOne().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.NewMessages).WithOne().HasForeignKey(row => row.CaseId);
        builder.HasMany(row => row.NewNotes).WithOne().HasForeignKey(row => row.CaseId);
        builder.HasMany(row => row.NewPieces).WithOne().HasForeignKey(row => row.CaseId);
        builder.HasMany(row => row.Wishes).WithOne().HasForeignKey(row => row.CaseId);
        builder.HasOne<CaseContent>().WithOne().HasForeignKey<CaseContent>(row => row.CaseId);
        builder.Ignore(row => row.LastEvent);
        builder.Ignore(row => row.Silence);
        builder.Ignore(row => row.Clock);

        // The queue walks along an index from the cursor on; it never counts and never sorts. What it passes over is seen in the index.
        builder.HasIndex(row => new { row.AdministrationId, row.RequestId }).IsUnique();
        builder.HasIndex(row => new { row.AdministrationId, row.Pile, row.Place, row.Id, row.AwaitsAgentFrom, row.Search });
        builder.HasIndex(row => new { row.AdministrationId, row.State, row.Pile, row.Place, row.Id, row.AwaitsAgentFrom });
        builder.HasIndex(row => new { row.AdministrationId, row.AssigneeId, row.Pile, row.Place, row.Id });
        builder.HasIndex(row => new { row.AdministrationId, row.Team, row.Pile, row.Place, row.Id });
        builder.HasIndex(row => new { row.AdministrationId, row.FormSlug, row.Pile, row.Place, row.Id });
    }
}

/// <summary>What the resident filed, apart from the case so that lists and steps need not read it.</summary>
internal sealed class CaseContent : IOwnedByAdministration
{
    public required Guid CaseId { get; init; }

    public Guid AdministrationId { get; private set; }

    public required FiledContent Filed { get; init; }
}

internal sealed class CaseContentMapping : IEntityTypeConfiguration<CaseContent>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Configure(EntityTypeBuilder<CaseContent> builder)
    {
        builder.ToTable("case_content", "cases");
        builder.HasKey(row => row.CaseId);
        builder.Property(row => row.CaseId).ValueGeneratedNever();
        builder.Property(row => row.Filed).HasConversion(
            filed => JsonSerializer.Serialize(filed, Json),
            json => JsonSerializer.Deserialize<FiledContent>(json, Json)!);
    }
}
