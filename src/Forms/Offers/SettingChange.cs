using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Offers;

/// <summary>Who set a form to what, and when: read by the administration's own agents alone.</summary>
internal sealed class SettingChange : IOwnedByAdministration
{
    public required Guid Id { get; init; }

    public Guid AdministrationId { get; private init; }

    public required string FormSlug { get; init; }

    /// <summary>The how-manyeth change of this form it is, from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The agent's account.</summary>
    public required Guid ById { get; init; }

    /// <summary>The agent's name.</summary>
    public required string ByName { get; init; }

    /// <summary>The <see cref="Offer"/> from then on, as JSON.</summary>
    public required string Offer { get; init; }

    public Offer Read() => JsonSerializer.Deserialize<Offer>(Offer)!;
}

internal sealed class SettingChangeMapping : IEntityTypeConfiguration<SettingChange>
{
    public void Configure(EntityTypeBuilder<SettingChange> builder)
    {
        builder.ToTable("setting_change", "forms");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.FormSlug).HasMaxLength(80);
        builder.Property(change => change.ByName).HasMaxLength(200);
        builder.HasIndex(change => new { change.AdministrationId, change.FormSlug, change.Number }).IsUnique();
    }
}
