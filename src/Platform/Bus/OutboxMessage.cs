using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>
/// One message for one consumer, committed together with what it tells of. The row's identifier is the message's.
/// It is deleted by the commit in which the consumer does its work, so an open row is work that is not done yet.
/// </summary>
internal sealed class OutboxMessage : IShared
{
    public required Guid Id { get; init; }

    /// <summary>Name of the receiving queue, which is the name of the consumer.</summary>
    public required string Consumer { get; init; }

    /// <summary>Full name of the message's type in Contracts.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    /// <summary>For whom the consumer works; travels as a header.</summary>
    public Guid? AdministrationId { get; init; }

    /// <summary>W3C trace context of the writer.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was last sent, until its consumer has failed: it may be on its way.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How often its consumer failed.</summary>
    public int Failures { get; private set; }

    /// <summary>What went wrong at the last attempt.</summary>
    public string? LastError { get; set; }

    /// <summary>Since when it is not sent any more, until a person decides.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>It did not come from an outbox: kept to be seen, never to be sent.</summary>
    public bool Forged { get; init; }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    internal const int ReasonLength = 1000;

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox", "platform");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Consumer).HasMaxLength(120);
        builder.Property(message => message.Type).HasMaxLength(200);
        builder.Property(message => message.TraceParent).HasMaxLength(60);
        builder.Property(message => message.LastError).HasMaxLength(ReasonLength);
        builder.HasIndex(message => message.DueAt);
        builder.HasIndex(message => message.ParkedAt).HasFilter("\"ParkedAt\" IS NOT NULL");
    }
}

/// <summary>A message that a consumer has dealt with, kept at least seven days: the second copy finds it and changes nothing.</summary>
internal sealed class InboxMessage : IShared
{
    public required string Consumer { get; init; }

    public required Guid MessageId { get; init; }

    public required DateTimeOffset ConsumedAt { get; init; }
}

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox", "platform");
        builder.HasKey(message => new { message.Consumer, message.MessageId });
        builder.Property(message => message.Consumer).HasMaxLength(120);
        builder.HasIndex(message => message.ConsumedAt);
    }
}
