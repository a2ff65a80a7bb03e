using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

internal enum Role
{
    /// <summary>Works off cases of an administration.</summary>
    Agent,

    /// <summary>Agent who also runs the administration's space.</summary>
    Manager,

    /// <summary>Runs the platform; for no administration in particular.</summary>
    ItStaff,
}

/// <summary>
/// What a person may enter. <see cref="IShared"/>, because the questions asked of it start from the person and span administrations: for whom do
/// they work, whom must a new surname be told to, what ends with the account.
/// </summary>
internal sealed class AccountRole : IShared
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>For whom they work; nothing for IT staff.</summary>
    public required Guid? AdministrationId { get; init; }

    public required Role Role { get; set; }

    /// <summary>Function as the person signs, for example «Officier d'état civil».</summary>
    public string? Title { get; set; }

    /// <summary>Codes of the teams.</summary>
    public List<string> Teams { get; set; } = [];

    /// <summary>IT staff only: COG code of the département whose requests they look after; nothing for the whole platform.</summary>
    public string? Desk { get; set; }
}

internal sealed class AccountRoleMapping : IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_role", "identity");
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.Title).HasMaxLength(120);
        builder.Property(role => role.Desk).HasMaxLength(3);
        builder.HasOne<Account>().WithMany().HasForeignKey(role => role.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(role => new { role.AccountId, role.AdministrationId });
    }
}
