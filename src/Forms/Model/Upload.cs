using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>A file that a resident handed in: with a draft first, with the request once it is filed.</summary>
internal sealed class Upload : IOwnedByResident
{
    public required Guid Id { get; init; }

    public required Guid ResidentId { get; init; }

    /// <summary>Where the bytes are.</summary>
    public required Guid FileId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>The draft it belongs to, until that is filed or thrown away.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>The request it was filed with or added to.</summary>
    public Guid? RequestId { get; set; }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("upload", "forms");
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.FileName).HasMaxLength(120);
        builder.Property(upload => upload.ContentType).HasMaxLength(60);
        builder.Property(upload => upload.Sha256).HasMaxLength(64);
        builder.HasIndex(upload => upload.DraftId);
        builder.HasIndex(upload => upload.RequestId);
    }
}
