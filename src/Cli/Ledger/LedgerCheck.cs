using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Cases;
using Teleservices.Dispatch;
using Teleservices.Forms;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Ledger;

/// <summary>What residents were told, what the ledger says and what administrations hold, compared one by one.</summary>
/// <param name="Filed">Receipts that residents hold.</param>
/// <param name="Routed">Requests for which a holder was found.</param>
/// <param name="Delivered">Requests of which the holder has said that it has them.</param>
/// <param name="Cases">Cases in the queues of all administrations.</param>
/// <param name="Open">Receipts that are still on their way, as young ones may be.</param>
/// <param name="Parked">Messages and requests that wait for a person.</param>
/// <param name="Missing">Numbers of requests that should be in a queue and are in none.</param>
/// <param name="Double">Numbers of requests that are in two queues.</param>
internal sealed record LedgerCheck(
    int Filed, int Routed, int Delivered, int Cases, int Open, int Parked, IReadOnlyList<string> Missing, IReadOnlyList<string> Double)
{
    /// <summary>A request may be on its way for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool Whole => Missing.Count == 0 && Double.Count == 0;

    public static async Task<LedgerCheck> Make(IServiceProvider services, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var db = services.GetRequiredService<TeleservicesDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();

        // Cases last: what is filed meanwhile can only be a case without a receipt in hand, which is looked up again by nobody.
        var receipts = await mediator.Send(new ReceiptsGiven(), ct);
        var ledger = (await mediator.Send(new LedgerList(null, int.MaxValue), ct)).ToDictionary(line => line.RequestId);
        var parked = await db.ParkedMessages(int.MaxValue, ct);
        var underWay = await db.OldestOpenMessage(ct);
        var held = await Held(services, ct);

        var parkedRequests = parked.Select(message => message.RequestId).OfType<Guid>().ToHashSet();
        var without = receipts.Where(receipt => !held.ContainsKey(receipt.RequestId)).ToList();
        var missing = without.Where(receipt =>
            receipt.FiledAt < now - Patience
            && !(underWay <= receipt.FiledAt)
            && !parkedRequests.Contains(receipt.RequestId)
            && ledger.GetValueOrDefault(receipt.RequestId)?.State != DeliveryState.Triage);
        return new LedgerCheck(
            receipts.Count,
            ledger.Values.Count(line => line.RoutedAt is not null),
            ledger.Values.Count(line => line.DeliveredAt is not null),
            held.Values.Sum(),
            without.Count,
            parked.Count + ledger.Values.Count(line => line.State == DeliveryState.Triage),
            [.. missing.Select(receipt => receipt.Number).Order(StringComparer.Ordinal)],
            [.. receipts.Where(receipt => held.GetValueOrDefault(receipt.RequestId) > 1).Select(receipt => receipt.Number).Order(StringComparer.Ordinal)]);
    }

    /// <summary>How many queues hold each request. Each administration is asked in its own name: nobody may look into all of them at once.</summary>
    private static async Task<Dictionary<Guid, int>> Held(IServiceProvider services, CancellationToken ct)
    {
        var held = new Dictionary<Guid, int>();
        foreach (var administration in await services.GetRequiredService<ITenantStore>().All(ct))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Current>().ActFor(administration);
            foreach (var request in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RequestsTaken(), ct))
            {
                held[request] = held.GetValueOrDefault(request) + 1;
            }
        }

        return held;
    }
}
