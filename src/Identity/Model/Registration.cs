using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

/// <summary>
/// A wish to have an account, until the person proves that the address is theirs. Each wish stands alone and needs its own password to be
/// confirmed, so nobody can prepare an account with a stranger's address and wait for them to confirm it.
/// </summary>
internal sealed class Registration : IShared
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>SHA-256 of the secret in the mailed link, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>Where to go on once the account is there, or nothing.</summary>
    public string? Start { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registration", "identity");
        builder.HasKey(registration => registration.KeyHash);
        builder.Property(registration => registration.KeyHash).HasMaxLength(64);
        builder.Property(registration => registration.Email).HasMaxLength(AccountMapping.EmailLength);
        builder.Property(registration => registration.NormalizedEmail).HasMaxLength(AccountMapping.EmailLength);
        builder.Property(registration => registration.FirstName).HasMaxLength(AccountMapping.NameLength);
        builder.Property(registration => registration.LastName).HasMaxLength(AccountMapping.NameLength);
        builder.Property(registration => registration.PasswordHash).HasMaxLength(200);
        builder.Property(registration => registration.Start).HasMaxLength(2000);
        builder.HasIndex(registration => registration.NormalizedEmail);
        builder.HasIndex(registration => registration.ExpiresAt);
    }
}
