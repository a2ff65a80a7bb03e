using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

/// <summary>
/// One sign-in of a person with one browser, valid on every host; its identifier is the <c>sid</c> of OpenID Connect. Without this row no cookie
/// of any host is worth anything: deleting it signs the person out everywhere, at the next request.
/// </summary>
internal sealed class Session : IShared
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Browser and system in words, so that people recognise their devices.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To a few minutes.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What one host's cookie stands for: a random key, of which only the hash is kept.</summary>
internal sealed class SessionTicket : IShared
{
    /// <summary>SHA-256 of the key in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>The host whose cookie it is; the key is good for nothing elsewhere.</summary>
    public required string Host { get; init; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session", "identity");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Device).HasMaxLength(120);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(session => session.AccountId);
        builder.HasIndex(session => session.ExpiresAt);
    }
}

internal sealed class SessionTicketMapping : IEntityTypeConfiguration<SessionTicket>
{
    public void Configure(EntityTypeBuilder<SessionTicket> builder)
    {
        builder.ToTable("session_ticket", "identity");
        builder.HasKey(ticket => ticket.KeyHash);
        builder.Property(ticket => ticket.KeyHash).HasMaxLength(64);
        builder.Property(ticket => ticket.Host).HasMaxLength(253);
        builder.HasOne<Session>().WithMany().HasForeignKey(ticket => ticket.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(ticket => ticket.SessionId);
    }
}
