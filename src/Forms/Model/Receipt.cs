using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Model;

/// <summary>
/// That a receipt was given, and whether the competent administration has said that it has the request. Nobody but its resident sees a
/// request, so what watches over all of them needs to be told whose it is: this row says that and nothing of its content.
/// </summary>
internal sealed class Receipt : IShared
{
    /// <summary>When to tell of a request again that nobody has acknowledged, by how often that was done.</summary>
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    public required Guid RequestId { get; init; }

    public required Guid ResidentId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>When to tell of it again; nothing once the administration has it.</summary>
    public DateTimeOffset? TellAt { get; private set; }

    /// <summary>How often it was told of again.</summary>
    public int Told { get; private set; }

    public static Receipt Of(Request request)
    {
        var receipt = new Receipt { RequestId = request.Id, ResidentId = request.ResidentId, Number = request.Number, FiledAt = request.FiledAt };
        receipt.Wait(request.FiledAt);
        return receipt;
    }

    /// <summary>The administration has it.</summary>
    public void Acknowledge() => TellAt = null;

    /// <summary>It was told of again.</summary>
    public void Tell(DateTimeOffset now)
    {
        Told++;
        Wait(now);
    }

    /// <summary>Patience for one more step.</summary>
    public void Wait(DateTimeOffset now) => TellAt = now + Ladder[Math.Min(Told, Ladder.Length - 1)];
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipt", "forms");
        builder.HasKey(receipt => receipt.RequestId);
        builder.Property(receipt => receipt.RequestId).ValueGeneratedNever();
        builder.Property(receipt => receipt.Number).HasMaxLength(40);
        builder.HasIndex(receipt => receipt.TellAt).HasFilter("\"TellAt\" IS NOT NULL");
    }
}
