using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Model;

/// <summary>What an administration may legally do; forms fall under exactly one.</summary>
internal sealed class Competence : IShared
{
    public required string Code { get; init; }

    public string LabelFr { get; private set; } = "";

    public string? LabelEn { get; private set; }

    /// <summary>The level that usually holds it; for people, not for the resolution.</summary>
    public AdministrationKind UsualHolder { get; private set; }

    public string LegalAct { get; private set; } = "";

    public void Describe(Wording label, AdministrationKind usualHolder, string legalAct) =>
        (LabelFr, LabelEn, UsualHolder, LegalAct) = (label.Fr, label.En, usualHolder, legalAct);
}

internal sealed class CompetenceMapping : IEntityTypeConfiguration<Competence>
{
    public void Configure(EntityTypeBuilder<Competence> builder)
    {
        builder.ToTable("competence", "dispatch");
        builder.HasKey(competence => competence.Code);
        builder.Property(competence => competence.Code).HasMaxLength(60);
        builder.Property(competence => competence.LabelFr).HasMaxLength(200);
        builder.Property(competence => competence.LabelEn).HasMaxLength(200);
        builder.Property(competence => competence.LegalAct).HasMaxLength(500);
    }
}
