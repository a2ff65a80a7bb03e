using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>An administration serves a commune from a day on. Communes merge and EPCI change: nothing is overwritten, a row ends.</summary>
internal sealed class TerritoryMember : IShared
{
    public required Guid AdministrationId { get; init; }

    public required string Cog { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer serves the commune, or nothing.</summary>
    public DateOnly? Until { get; private set; }

    public void EndOn(DateOnly? until)
    {
        if (until <= Since)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "A membership ends after it has begun.");
        }

        Until = until;
    }
}

internal sealed class TerritoryMemberMapping : IEntityTypeConfiguration<TerritoryMember>
{
    public void Configure(EntityTypeBuilder<TerritoryMember> builder)
    {
        builder.ToTable("territory_member", "tenancy");
        builder.HasKey(member => new { member.AdministrationId, member.Cog, member.Since });
        builder.Property(member => member.Cog).HasMaxLength(5);
        builder.HasOne<Administration>().WithMany().HasForeignKey(member => member.AdministrationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Commune>().WithMany().HasForeignKey(member => member.Cog).OnDelete(DeleteBehavior.Restrict);
    }
}
