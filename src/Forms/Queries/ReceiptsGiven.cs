using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Forms;

/// <summary>All receipts that residents hold, for whoever compares them with what administrations hold. Numbers only, nothing of a person.</summary>
public sealed record ReceiptsGiven : IQuery<IReadOnlyList<ReceiptGiven>>;

/// <summary>A receipt.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">As on the receipt.</param>
/// <param name="FiledAt">When it was given.</param>
/// <param name="Acknowledged">Whether the competent administration has said that it has the request.</param>
public sealed record ReceiptGiven(Guid RequestId, string Number, DateTimeOffset FiledAt, bool Acknowledged);

internal sealed class ReceiptsGivenHandler(TeleservicesDb db) : IRequestHandler<ReceiptsGiven, IReadOnlyList<ReceiptGiven>>
{
    public async Task<IReadOnlyList<ReceiptGiven>> Handle(ReceiptsGiven request, CancellationToken cancellationToken) =>
        await db.Receipts.AsNoTracking().Select(receipt => new ReceiptGiven(receipt.RequestId, receipt.Number, receipt.FiledAt, receipt.TellAt == null)).ToListAsync(cancellationToken);
}
