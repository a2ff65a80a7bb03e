using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;
using Teleservices.Tenancy;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Dispatch.Tests.Bus;

/// <summary>Between routed and delivered: what the bus has done with the order, with a bus that stands still.</summary>
public sealed class SentTests
{
    [Fact]
    public async Task A_request_is_routed_then_sent_and_parked_when_its_order_is()
    {
        await using var host = await ModuleHost.Start((services, configuration) =>
            services.AddSingleton<BusWitness>().AddTenancy(configuration).AddDispatch(configuration).AddModule(typeof(SentTests).Assembly));
        await host.Seed(ModuleHost.Seeds);
        var (one, other) = (DispatchBus.Filed("etat-civil"), DispatchBus.Filed("autonomie"));
        foreach (var filed in (RequestFiled[])[one, other])
        {
            await host.Work("gien", async (services, db) =>
            {
                var entry = LedgerEntry.Of(filed);
                db.Add(entry);
                await services.GetRequiredService<HandOut>().Give(entry, filed, new DateOnly(2026, 11, 23), default);
                return await db.SaveChangesAsync();
            });
        }

        Assert.Equal((DeliveryState.Routed, DeliveryState.Routed), await States());

        // The bus has it; the other one is not touched.
        await Change(one, "\"Attempts\" = 1");
        Assert.Equal((DeliveryState.Sent, DeliveryState.Routed), await States());
        await Change(one, $"\"ParkedAt\" = {(TestStore.OnPostgres ? "'epoch'" : "0")}, \"LastError\" = 'broken'");
        Assert.Equal((DeliveryState.Parked, DeliveryState.Routed), await States());
        Assert.Equal("broken", (await host.Work(null, (_, db) => Orders.Read(db, default))).ParkedBecause(one.RequestId));

        // Each is found by its state, and by no other.
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            var found = await List(state);
            Assert.Equal((state == DeliveryState.Parked, state == DeliveryState.Routed), (found.Any(line => line.RequestId == one.RequestId), found.Any(line => line.RequestId == other.RequestId)));
        }

        // The owner has dealt with it, and its acknowledgement has not come back.
        await host.Work(null, (_, db) => db.Database.ExecuteSqlRawAsync($"DELETE FROM {TestStore.Named("platform.outbox")}"));
        Assert.Equal((DeliveryState.Sent, DeliveryState.Sent), await States());

        async Task<(DeliveryState, DeliveryState)> States() =>
            (await List(null)) is var lines ? (lines.Single(line => line.RequestId == one.RequestId).State, lines.Single(line => line.RequestId == other.RequestId).State) : default;

        Task<IReadOnlyList<Delivery>> List(DeliveryState? state) => host.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(new LedgerList(state, 50)));

        Task<int> Change(RequestFiled filed, string set) => host.Work(null, (_, db) => db.Database.ExecuteSqlRawAsync(
            $"UPDATE {TestStore.Named("platform.outbox")} SET {set} WHERE \"Type\" LIKE '%OpenCase' AND \"Body\" LIKE '%{filed.RequestId}%'"));
    }
}
