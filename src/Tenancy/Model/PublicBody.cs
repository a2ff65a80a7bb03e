using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Model;

/// <summary>An EPCI or a département of France, whether it shares the platform or not.</summary>
internal sealed class PublicBody : IShared
{
    public required AdministrationKind Kind { get; init; }

    /// <summary>SIREN of an EPCI, COG code of a département: Alsace is one body, with one SIREN, for two départements.</summary>
    public required string Code { get; init; }

    public string Siren { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>CC, CA, CU, METRO… of an EPCI.</summary>
    public string? Nature { get; private set; }

    /// <summary>The first day on which it is no more, or nothing.</summary>
    public DateOnly? Until { get; private set; }

    public void Describe(string siren, string name, string? nature) => (Siren, Name, Nature, Until) = (siren, name, nature, null);

    public void EndOn(DateOnly until) => Until = until;
}

internal sealed class PublicBodyMapping : IEntityTypeConfiguration<PublicBody>
{
    public void Configure(EntityTypeBuilder<PublicBody> builder)
    {
        builder.ToTable("public_body", "tenancy");
        builder.HasKey(body => new { body.Kind, body.Code });
        builder.Property(body => body.Code).HasMaxLength(9);
        builder.Property(body => body.Siren).HasMaxLength(9);
        builder.Property(body => body.Name).HasMaxLength(200);
        builder.Property(body => body.Nature).HasMaxLength(10);
        builder.HasIndex(body => body.Siren);
    }
}
