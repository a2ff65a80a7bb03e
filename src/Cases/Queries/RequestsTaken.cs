using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Cases;

/// <summary>The requests of which the current administration has a case that it has not passed on, for whoever compares receipts with cases. Identifiers only.</summary>
public sealed record RequestsTaken : IQuery<IReadOnlyList<Guid>>;

internal sealed class RequestsTakenHandler(HomeDb db) : IRequestHandler<RequestsTaken, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(RequestsTaken request, CancellationToken cancellationToken) =>
        await db.Cases.AsNoTracking().Where(row => row.State != CaseState.HandedOver).Select(row => row.RequestId).ToListAsync(cancellationToken);
}
