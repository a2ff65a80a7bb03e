using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>A commune belongs to an EPCI of France, whether that one shares the platform or not.</summary>
internal sealed class EpciMember : IShared
{
    public required string Siren { get; init; }

    public required string Cog { get; init; }

    /// <summary>First day that an edition of the national territory vouches for.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is no longer a member, or nothing.</summary>
    public DateOnly? Until { get; private set; }

    public void EndOn(DateOnly until) => Until = until;
}

internal sealed class EpciMemberMapping : IEntityTypeConfiguration<EpciMember>
{
    public void Configure(EntityTypeBuilder<EpciMember> builder)
    {
        builder.ToTable("epci_member", "tenancy");
        builder.HasKey(member => new { member.Siren, member.Cog, member.Since });
        builder.Property(member => member.Siren).HasMaxLength(9);
        builder.Property(member => member.Cog).HasMaxLength(5);
        builder.HasIndex(member => member.Cog);
    }
}
