using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Cases.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Cases.Tests.Bus;

/// <summary>An administration moves into a database of its own and back, while messages are on their way.</summary>
public sealed class OwnDatabaseTests : IAsyncLifetime
{
    private const string Moved = "cc-giennoises";
    private const string Own = "giennoises";
    private ModuleHost host = null!;

    public async Task InitializeAsync()
    {
        host = await ModuleHost.Start(
            (services, configuration) => services.AddTenancy(configuration).AddCases(configuration).AddModule(typeof(BusTests).Assembly),
            withBackground: true,
            databases: Own);
        await host.Seed(ModuleHost.Seeds);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Nothing_is_lost_on_the_way_there_and_back_and_the_neighbour_goes_on()
    {
        var before = await SendMany(Moved, 20);
        await Arrived(Moved, before);
        var seen = await Rows(null);

        // Some are under way when it begins, some come meanwhile; some are the neighbour's.
        var during = await SendMany(Moved, 20);
        var moving = MoveTo(Own);
        var (meanwhile, neighbours) = (await SendMany(Moved, 20), await SendMany("gien", 5));
        await Arrived("gien", neighbours);
        Assert.Equal(RelocationStep.Done, (await moving).Step);

        await Arrived(Moved, [.. before, .. during, .. meanwhile]);
        Assert.Equal(0, await Rows(null));
        Assert.True(await Rows(Own) > seen);
        Assert.Equal(5, await host.Work("gien", (_, db) => db.Cases.CountAsync()));
        Assert.Equal(0, await host.In(Own, "gien", db => db.Cases.CountAsync()));

        var there = await Rows(Own);
        Assert.Equal((RelocationStep.Done, (long)there), await MoveTo(null) is var back ? (back.Step, back.Rows) : default);
        Assert.Equal((there, 0), (await Rows(null), await Rows(Own)));
        await Arrived(Moved, await SendMany(Moved, 3));
        await AllIsQuiet();
    }

    [Fact]
    public async Task Whoever_is_killed_at_any_step_goes_on_and_ends_the_same()
    {
        await Arrived(Moved, await SendMany(Moved, 5));
        var (rows, who, mover) = (await Rows(null), await Who(), host.Services.GetRequiredService<AdministrationMover>());
        Assert.Null((await mover.Begin(who, Own, default)).Refusal);
        for (var step = RelocationStep.Begun; step != RelocationStep.Done; step++)
        {
            await mover.Advance(await Who(), default);
            if (step < RelocationStep.Switched)
            {
                // Killed after the work and before it was noted.
                await host.Work(null, (_, db) => db.Set<Relocation>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Step, step)));
                Assert.Equal(step + 1, (await mover.Advance(await Who(), default)).Value.Step);
            }
        }

        Assert.Equal((0, rows), (await Rows(null), await Rows(Own)));
        Assert.Null(await mover.Underway(who.Id, default));
        Assert.NotNull((await mover.Begin(await Who(), Own, default)).Refusal);
        Assert.NotNull((await mover.Begin(await Who(), "inconnue", default)).Refusal);
    }

    [Fact]
    public async Task A_process_that_has_not_heard_of_the_move_writes_nothing_into_the_old_place()
    {
        await Arrived(Moved, await SendMany(Moved, 1));
        var stale = await Who();
        var mover = host.Services.GetRequiredService<AdministrationMover>();
        Assert.Null((await mover.Begin(stale, Own, default)).Refusal);
        await mover.Advance(stale, default);
        await Refused(stale);
        await mover.Advance(stale, default);
        await mover.Advance(stale, default);
        await Refused(stale);

        // It hears, and what it does goes to the new place.
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(await Who());
        var home = scope.ServiceProvider.GetRequiredService<HomeDb>();
        home.Add(new Team { AdministrationId = stale.Id, Code = "x", NameFr = "x" });
        Assert.Equal(1, await home.SaveChangesAsync(default));
        Assert.False(await host.Work(Moved, (_, db) => db.Teams.AnyAsync(team => team.Code == "x")));
    }

    private async Task Refused(AdministrationInfo stale)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(stale);
        var home = scope.ServiceProvider.GetRequiredService<HomeDb>();
        home.Add(new Team { AdministrationId = stale.Id, Code = "x", NameFr = "x" });
        await Assert.ThrowsAsync<AdministrationMovesException>(() => home.SaveChangesAsync(default));
    }

    private async Task<Relocation> MoveTo(string? name)
    {
        var mover = host.Services.GetRequiredService<AdministrationMover>();
        var result = await mover.Begin(await Who(), name, default);
        while (result.Value.Step != RelocationStep.Done)
        {
            result = await mover.Advance(await Who(), default);
        }

        return result.Value;
    }

    private async Task<AdministrationInfo> Who() =>
        (await host.Services.GetRequiredService<ITenantStore>().All(default)).Single(one => one.Identifier == Moved);

    private Task<List<Guid>> SendMany(string slug, int count) => host.Work(slug, async (services, db) =>
    {
        var orders = Enumerable.Range(0, count).Select(_ => TestData.Order()).ToList();
        foreach (var order in orders)
        {
            services.GetRequiredService<Outbox>().Send(order, services.GetRequiredService<Current>().RequiredAdministration.Id);
        }

        await db.SaveChangesAsync();
        return orders.Select(order => order.RequestId).ToList();
    });

    /// <summary>Each of them is a case once, where its administration lives, and was acknowledged.</summary>
    private async Task Arrived(string slug, List<Guid> requests)
    {
        await RunningPlatform.Eventually(
            () => host.Work(slug, (services, _) => services.GetRequiredService<HomeDb>().Cases.CountAsync(row => requests.Contains(row.RequestId))),
            count => count == requests.Count);
        await RunningPlatform.Eventually(() => Task.FromResult(requests.Except(BusTests.Acknowledged()).Count()), missing => missing == 0);
    }

    private async Task AllIsQuiet()
    {
        await RunningPlatform.Eventually(() => host.Work(null, (_, db) => db.OpenMessages(default)), open => open.Count == 0);
        Assert.Empty(await host.Work(null, (_, db) => db.ParkedMessages(10, default)));
    }

    /// <summary>How many rows of it are in a database, whatever its tables.</summary>
    private Task<int> Rows(string? database) => host.In(database, Moved, async db =>
        await db.Cases.CountAsync() + await db.CaseContents.CountAsync() + await db.CaseEvents.CountAsync() + await db.CasePieces.CountAsync()
            + await db.Teams.CountAsync() + await db.KnownForms.CountAsync() + await db.Agents.CountAsync());
}
