using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>The delivery ledger, newest first.</summary>
/// <param name="State">Only requests in this state.</param>
/// <param name="Limit">How many at most.</param>
public sealed record LedgerList(DeliveryState? State, int Limit) : IQuery<IReadOnlyList<Delivery>>;

/// <summary>Where a request stands on its way.</summary>
public enum DeliveryState
{
    /// <summary>No administration was found competent: it waits at the triage desk.</summary>
    Triage,

    /// <summary>An administration was found; its order is not handed to the bus yet.</summary>
    Routed,

    /// <summary>The order is on the bus, or has arrived; the administration has not yet said that it has the request.</summary>
    Sent,

    /// <summary>The administration has the case in its queue.</summary>
    Delivered,

    /// <summary>The administration has closed the case.</summary>
    Closed,

    /// <summary>An administration was found, and its order could not be dealt with: it waits for a person.</summary>
    Parked,
}

/// <summary>A line of the ledger; nothing of what the resident wrote.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">As on the receipt.</param>
/// <param name="State">Where it stands.</param>
/// <param name="HolderId">Who holds it, or nothing.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="RoutedAt">When a holder was found.</param>
/// <param name="DeliveredAt">When the holder said that it has it.</param>
/// <param name="ClosedAt">When the case was closed.</param>
public sealed record Delivery(
    Guid RequestId, string Number, DeliveryState State, Guid? HolderId, DateTimeOffset FiledAt, DateTimeOffset? RoutedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? ClosedAt);

internal sealed class LedgerListHandler(TeleservicesDb db) : IRequestHandler<LedgerList, IReadOnlyList<Delivery>>
{
    public async Task<IReadOnlyList<Delivery>> Handle(LedgerList request, CancellationToken cancellationToken)
    {
        var orders = await Orders.Read(db, cancellationToken);
        var entries = db.WholeLedger.AsNoTracking();
        if (request.State is { } state)
        {
            entries = orders.In(entries, state);
        }

        var found = await entries.OrderByDescending(entry => entry.FiledAt).ThenByDescending(entry => entry.Number).Take(request.Limit)
            .Select(entry => new { entry.RequestId, entry.Number, entry.State, entry.HolderId, entry.FiledAt, entry.RoutedAt, entry.DeliveredAt, entry.ClosedAt })
            .ToListAsync(cancellationToken);
        return [.. found.Select(entry => new Delivery(
            entry.RequestId, entry.Number, orders.StateOf(entry.RequestId, entry.State), entry.HolderId, entry.FiledAt, entry.RoutedAt, entry.DeliveredAt, entry.ClosedAt))];
    }
}
