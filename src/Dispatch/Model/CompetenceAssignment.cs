using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Model;

/// <summary>Who holds a competence, where, from when until when, by which legal act.</summary>
internal sealed class CompetenceAssignment : IShared
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Competence { get; init; }

    /// <summary>The holder; nothing when each administration of a level holds it on its own territory.</summary>
    public required Guid? HolderId { get; init; }

    /// <summary>That level; says nothing when there is a holder.</summary>
    public AdministrationKind Each { get; init; }

    /// <summary>COG codes; empty when it is the holder's own territory, or the whole country when each of a level holds it.</summary>
    public required IReadOnlyList<string> Communes { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds, or nothing.</summary>
    public DateOnly? Until { get; private set; }

    public AssignmentKind Kind { get; private set; }

    public string LegalAct { get; private set; } = "";

    /// <summary>For those who read the register.</summary>
    public string? Note { get; private set; }

    public void Describe(AssignmentKind kind, DateOnly? until, string legalAct, string? note = null)
    {
        if (until <= Since)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "An assignment ends after it has begun.");
        }

        (Kind, Until, LegalAct, Note) = (kind, until, legalAct, note);
    }
}

internal sealed class CompetenceAssignmentMapping : IEntityTypeConfiguration<CompetenceAssignment>
{
    public void Configure(EntityTypeBuilder<CompetenceAssignment> builder)
    {
        builder.ToTable("competence_assignment", "dispatch");
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.Competence).HasMaxLength(60);
        builder.Property(assignment => assignment.LegalAct).HasMaxLength(500);
        builder.Property(assignment => assignment.Each).HasDefaultValue(AdministrationKind.Commune);
        builder.Property(assignment => assignment.Note).HasMaxLength(1000);
        builder.PrimitiveCollection(assignment => assignment.Communes).ElementType(cog => cog.HasMaxLength(5));
        builder.HasOne<Competence>().WithMany().HasForeignKey(assignment => assignment.Competence).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assignment => new { assignment.Competence, assignment.HolderId, assignment.Since });
    }
}
