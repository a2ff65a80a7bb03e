using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
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

    /// <summary>An administration was found; it has not yet said that it has the request.</summary>
    Routed,

    /// <summary>The administration has the case in its queue.</summary>
    Delivered,

    /// <summary>The administration has closed the case.</summary>
    Closed,
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
        var entries = db.WholeLedger.AsNoTracking();
        if (request.State is { } state)
        {
            var wanted = Enum.Parse<LedgerState>(state.ToString());
            entries = entries.Where(entry => entry.State == wanted);
        }

        var found = await entries.OrderByDescending(entry => entry.FiledAt).ThenByDescending(entry => entry.Number).Take(request.Limit)
            .Select(entry => new { entry.RequestId, entry.Number, entry.State, entry.HolderId, entry.FiledAt, entry.RoutedAt, entry.DeliveredAt, entry.ClosedAt })
            .ToListAsync(cancellationToken);
        return [.. found.Select(entry => new Delivery(
            entry.RequestId, entry.Number, Enum.Parse<DeliveryState>(entry.State.ToString()), entry.HolderId, entry.FiledAt, entry.RoutedAt, entry.DeliveredAt, entry.ClosedAt))];
    }
}
