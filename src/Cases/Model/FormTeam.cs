using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

/// <summary>The team that works the cases of a form here, where the administration has chosen another than the form names.</summary>
internal sealed class FormTeam : IOwnedByAdministration
{
    public required Guid AdministrationId { get; init; }

    public required string FormSlug { get; init; }

    /// <summary>Code of the team; nothing when it is the form's again.</summary>
    public string? Team { get; private set; }

    public string? NameFr { get; private set; }

    public string? NameEn { get; private set; }

    public DateTimeOffset ChosenAt { get; private set; }

    /// <summary>Takes a choice over; one that comes late does not count.</summary>
    public void Become(FormTeamChosen chosen)
    {
        if (chosen.At >= ChosenAt)
        {
            (Team, NameFr, NameEn, ChosenAt) = (chosen.Team, chosen.TeamName?.Fr, chosen.TeamName?.En, chosen.At);
        }
    }
}

internal sealed class FormTeamMapping : IEntityTypeConfiguration<FormTeam>
{
    public void Configure(EntityTypeBuilder<FormTeam> builder)
    {
        builder.ToTable("form_team", "cases");
        builder.HasKey(row => new { row.AdministrationId, row.FormSlug });
        builder.Property(row => row.FormSlug).HasMaxLength(80);
        builder.Property(row => row.Team).HasMaxLength(80);
        builder.Property(row => row.NameFr).HasMaxLength(200);
        builder.Property(row => row.NameEn).HasMaxLength(200);
    }
}
