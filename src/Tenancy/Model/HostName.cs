using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Tenancy.Model;

/// <summary>A host name of an administration besides <c>{slug}.{domain}</c>, such as <c>demarches.gien.fr</c>.</summary>
internal sealed class HostName : IShared
{
    /// <summary>Lower case, no port, no final dot; international names in ASCII form.</summary>
    public required string Host { get; init; }

    public required Guid AdministrationId { get; init; }
}

internal sealed class HostNameMapping : IEntityTypeConfiguration<HostName>
{
    public void Configure(EntityTypeBuilder<HostName> builder)
    {
        builder.ToTable("host_name", "tenancy");
        builder.HasKey(name => name.Host);
        builder.Property(name => name.Host).HasMaxLength(253);
        builder.HasOne<Administration>().WithMany().HasForeignKey(name => name.AdministrationId).OnDelete(DeleteBehavior.Restrict);
    }
}
