using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>A published version of an e-service: its definition never changes.</summary>
internal sealed class FormVersion : IShared
{
    public required string Slug { get; init; }

    public required int Version { get; init; }

    /// <summary>The whole definition, as JSON.</summary>
    public required string Definition { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed class FormVersionMapping : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> builder)
    {
        builder.ToTable("form_version", "forms");
        builder.HasKey(version => new { version.Slug, version.Version });
        builder.Property(version => version.Slug).HasMaxLength(80);
    }
}

/// <summary>A heading of the catalogue.</summary>
internal sealed class Theme : IShared
{
    public required string Slug { get; init; }

    public required int Order { get; set; }

    /// <summary>Title and description, as JSON.</summary>
    public required string Words { get; set; }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("theme", "forms");
        builder.HasKey(theme => theme.Slug);
        builder.Property(theme => theme.Slug).HasMaxLength(80);
    }
}
