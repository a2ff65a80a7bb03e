using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>How many requests each administration holds that are not closed.</summary>
/// <param name="Administrations">Those to look at: a page of them, not all.</param>
public sealed record OpenRequests(IReadOnlyCollection<Guid> Administrations) : IQuery<IReadOnlyDictionary<Guid, int>>;

/// <summary>What in the ledger wants a person: requests without a holder, requests that their holder does not acknowledge, and alarms.</summary>
/// <param name="UndeliveredSince">Routed before this moment and not acknowledged yet counts as late.</param>
public sealed record LedgerTroubles(DateTimeOffset UndeliveredSince) : IQuery<LedgerTroubleCounts>;

/// <summary>The answer to <see cref="LedgerTroubles"/>.</summary>
/// <param name="InTriage">Requests without a holder.</param>
/// <param name="Undelivered">Requests that their holder has not acknowledged in time.</param>
/// <param name="Alarms">Requests of which an administration spoke that does not hold them.</param>
/// <param name="OldestOpenSince">Since when the request waits that has waited longest for its holder's acknowledgement; nothing when none does.</param>
public sealed record LedgerTroubleCounts(int InTriage, int Undelivered, int Alarms, DateTimeOffset? OldestOpenSince = null);

internal sealed class OpenRequestsHandler(TeleservicesDb db) : IRequestHandler<OpenRequests, IReadOnlyDictionary<Guid, int>>
{
    public async Task<IReadOnlyDictionary<Guid, int>> Handle(OpenRequests request, CancellationToken cancellationToken) =>
        await db.WholeLedger
            .Where(entry => entry.HolderId != null && request.Administrations.Contains(entry.HolderId.Value) && entry.State != LedgerState.Closed)
            .GroupBy(entry => entry.HolderId!.Value)
            .Select(group => new { Holder = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Holder, row => row.Count, cancellationToken);
}

internal sealed class LedgerTroublesHandler(TeleservicesDb db) : IRequestHandler<LedgerTroubles, LedgerTroubleCounts>
{
    public Task<LedgerTroubleCounts> Handle(LedgerTroubles request, CancellationToken cancellationToken) =>
        Count(db.WholeLedger, request.UndeliveredSince, cancellationToken);

    /// <summary>Counts over indexes that hold only what is in trouble, whatever the size of the ledger.</summary>
    public static async Task<LedgerTroubleCounts> Count(IQueryable<LedgerEntry> ledger, DateTimeOffset undeliveredSince, CancellationToken ct) => new(
        await ledger.CountAsync(entry => entry.State == LedgerState.Triage, ct),
        await ledger.CountAsync(entry => entry.State == LedgerState.Routed && entry.RoutedAt < undeliveredSince, ct),
        await ledger.CountAsync(entry => entry.Alarm != null, ct),
        await ledger.Where(entry => entry.State == LedgerState.Routed).MinAsync(entry => entry.RoutedAt, ct));
}
