using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Offers;

/// <summary>
/// How an administration offers a shared form, once it has set anything. For everybody: residents read it on whatever host they are, as they
/// read the form. Who may write it is the page's business, and who wrote it is a <see cref="SettingChange"/>.
/// </summary>
internal sealed class FormSetting : IShared
{
    public required Guid AdministrationId { get; init; }

    public required string FormSlug { get; init; }

    public bool IsOn { get; private set; } = true;

    /// <summary>The version that was accepted; nothing where each new one reaches it by itself.</summary>
    public int? Version { get; private set; }

    /// <summary><see cref="FormOptions"/> as JSON.</summary>
    public string Options { get; private set; } = JsonSerializer.Serialize(FormOptions.None);

    /// <summary>How often it was changed: nobody overwrites what they have not seen.</summary>
    public int Changes { get; private set; }

    public Offer Read() => new(IsOn, Version, JsonSerializer.Deserialize<FormOptions>(Options)!);

    public void Become(Offer offer)
    {
        (IsOn, Version, Options) = (offer.IsOn, offer.Version, JsonSerializer.Serialize(offer.Options));
        Changes++;
    }
}

internal sealed class FormSettingMapping : IEntityTypeConfiguration<FormSetting>
{
    public void Configure(EntityTypeBuilder<FormSetting> builder)
    {
        builder.ToTable("form_setting", "forms");
        builder.HasKey(setting => new { setting.AdministrationId, setting.FormSlug });
        builder.Property(setting => setting.FormSlug).HasMaxLength(80);
        builder.Property(setting => setting.Changes).IsConcurrencyToken();
    }
}
