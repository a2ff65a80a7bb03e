using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Mail;

/// <summary>A mail that goes out after the commit that it tells of. It bears links and numbers, not the content of a request.</summary>
public sealed class OutgoingMail : IShared
{
    /// <summary>Also the mail's Message-Id, so that a second sending is recognised.</summary>
    public required Guid Id { get; init; }

    /// <summary>Address of the recipient.</summary>
    public required string To { get; init; }

    /// <summary>Name in the From line; the address is the platform's.</summary>
    public required string FromName { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When it may be tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the mail server took it, or nothing.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("mail", "platform");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.To).HasMaxLength(254);
        builder.Property(mail => mail.FromName).HasMaxLength(200);
        builder.Property(mail => mail.Subject).HasMaxLength(200);
        builder.Property(mail => mail.LastError).HasMaxLength(1000);
        builder.HasIndex(mail => new { mail.SentAt, mail.DueAt });
        builder.HasIndex(mail => mail.WrittenAt);
    }
}
