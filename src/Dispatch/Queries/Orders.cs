using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch;

/// <summary>
/// How far the orders are that the ledger has given: between «routed» and «delivered» a request is sent, or parked. Read from the outboxes at this moment,
/// kept nowhere: the message that is there no more has arrived, and its acknowledgement is on the way back.
/// </summary>
internal sealed class Orders(IReadOnlyDictionary<Guid, MessageOnItsWay> open)
{
    public static async Task<Orders> Read(TeleservicesDb db, CancellationToken ct) => new(await db.OnTheirWay<OpenCase>(ct));

    public DeliveryState StateOf(Guid request, LedgerState state) => state switch
    {
        LedgerState.Triage => DeliveryState.Triage,
        LedgerState.Routed when !open.TryGetValue(request, out var order) => DeliveryState.Sent,
        LedgerState.Routed => open[request].Progress switch
        {
            MessageProgress.Written => DeliveryState.Routed,
            MessageProgress.Sent => DeliveryState.Sent,
            MessageProgress.Parked => DeliveryState.Parked,
        },
        LedgerState.Delivered => DeliveryState.Delivered,
        LedgerState.Closed => DeliveryState.Closed,
    };

    /// <summary>Why the order for this request waits for a person.</summary>
    public string? ParkedBecause(Guid request) => open.TryGetValue(request, out var order) ? order.Reason : null;

    /// <summary>Entries in a state, as a question to the store.</summary>
    public IQueryable<LedgerEntry> In(IQueryable<LedgerEntry> entries, DeliveryState state)
    {
        var (written, parked) = (With(MessageProgress.Written), With(MessageProgress.Parked));
        return state switch
        {
            DeliveryState.Triage => entries.Where(entry => entry.State == LedgerState.Triage),
            DeliveryState.Routed => entries.Where(entry => entry.State == LedgerState.Routed && written.Contains(entry.RequestId)),
            DeliveryState.Sent => entries.Where(entry => entry.State == LedgerState.Routed && !written.Contains(entry.RequestId) && !parked.Contains(entry.RequestId)),
            DeliveryState.Parked => entries.Where(entry => entry.State == LedgerState.Routed && parked.Contains(entry.RequestId)),
            DeliveryState.Delivered => entries.Where(entry => entry.State == LedgerState.Delivered),
            DeliveryState.Closed => entries.Where(entry => entry.State == LedgerState.Closed),
        };
    }

    private List<Guid> With(MessageProgress progress) => [.. open.Where(order => order.Value.Progress == progress).Select(order => order.Key)];
}
