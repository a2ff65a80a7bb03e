using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Identity.Model;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public const int EmailLength = 254;
    public const int NameLength = 100;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account", "identity");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.UserName).HasMaxLength(EmailLength);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(EmailLength);
        builder.Property(account => account.Email).HasMaxLength(EmailLength);
        builder.Property(account => account.NormalizedEmail).HasMaxLength(EmailLength);
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.Property(account => account.FirstName).HasMaxLength(NameLength);
        builder.Property(account => account.LastName).HasMaxLength(NameLength);
        builder.Property(account => account.PhoneNumber).HasMaxLength(20);
        builder.Property(account => account.PasswordHash).HasMaxLength(200);
        builder.Property(account => account.SecurityStamp).HasMaxLength(64);
        builder.Property(account => account.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Ignore(account => account.FullName);
        builder.OwnsOne(account => account.Residence, residence =>
        {
            residence.Property(address => address.Street).HasMaxLength(200);
            residence.Property(address => address.Complement).HasMaxLength(200);
            residence.Property(address => address.Postcode).HasMaxLength(10);
            residence.Property(address => address.City).HasMaxLength(100);
            residence.Property(address => address.Cog).HasMaxLength(5);
        });
    }
}
