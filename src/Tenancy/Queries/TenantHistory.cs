using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy;

/// <summary>Which states an administration went through, newest first; for IT staff alone.</summary>
/// <param name="Administration">Which one.</param>
public sealed record TenantHistory(Guid Administration) : IQuery<IReadOnlyList<TenantMove>>;

/// <summary>An administration was moved on.</summary>
/// <param name="At">When.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state since.</param>
/// <param name="By">Who did it, by name.</param>
/// <param name="Reason">Why; nothing when it went live for the first time, for which the checks are the reason.</param>
public sealed record TenantMove(DateTimeOffset At, AdministrationState From, AdministrationState To, string By, string? Reason);

internal sealed class TenantHistoryHandler(TeleservicesDb db) : IRequestHandler<TenantHistory, IReadOnlyList<TenantMove>>
{
    public async Task<IReadOnlyList<TenantMove>> Handle(TenantHistory request, CancellationToken cancellationToken) =>
        await db.StateChanges.AsNoTracking().Where(change => change.AdministrationId == request.Administration)
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id)
            .Select(change => new TenantMove(change.At, change.From, change.To, change.By, change.Reason)).ToListAsync(cancellationToken);
}
