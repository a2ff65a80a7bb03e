using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

/// <summary>A service that works cases off; known since the first case or agent of it.</summary>
internal sealed class Team : IOwnedByAdministration
{
    public required Guid AdministrationId { get; init; }

    public required string Code { get; init; }

    public required string NameFr { get; set; }

    public string? NameEn { get; set; }
}

/// <summary>A form of which there has been a case, under its latest title: what the queue can be filtered by, without looking at all cases.</summary>
internal sealed class KnownForm : IOwnedByAdministration
{
    public required Guid AdministrationId { get; init; }

    public required string Slug { get; init; }

    public required string TitleFr { get; set; }

    public string? TitleEn { get; set; }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("team", "cases");
        builder.HasKey(row => new { row.AdministrationId, row.Code });
        builder.Property(row => row.Code).HasMaxLength(80);
        builder.Property(row => row.NameFr).HasMaxLength(200);
        builder.Property(row => row.NameEn).HasMaxLength(200);
    }
}

internal sealed class KnownFormMapping : IEntityTypeConfiguration<KnownForm>
{
    public void Configure(EntityTypeBuilder<KnownForm> builder)
    {
        builder.ToTable("known_form", "cases");
        builder.HasKey(row => new { row.AdministrationId, row.Slug });
        builder.Property(row => row.Slug).HasMaxLength(80);
        builder.Property(row => row.TitleFr).HasMaxLength(200);
        builder.Property(row => row.TitleEn).HasMaxLength(200);
    }
}
