using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Platform.Data;

/// <summary>The state of a register that processes hold in memory: another stamp, another content.</summary>
internal sealed class Revision : IShared
{
    public required string Register { get; init; }

    /// <summary>Random, not counted: two writers at once cannot make the same one.</summary>
    public Guid Stamp { get; set; }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revision", "platform");
        builder.HasKey(revision => revision.Register);
        builder.Property(revision => revision.Register).HasMaxLength(60);
    }
}

/// <summary>Says that a register has changed.</summary>
public static class Revisions
{
    /// <summary>Every process reads the register anew after this commit; call it before <c>SaveChangesAsync</c>.</summary>
    public static async Task Touch(this TeleservicesDb db, string register, CancellationToken ct)
    {
        var revision = await db.Set<Revision>().FindAsync([register], ct);
        revision ??= db.Add(new Revision { Register = register }).Entity;
        revision.Stamp = Guid.NewGuid();
    }
}
