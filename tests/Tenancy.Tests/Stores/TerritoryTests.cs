using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Stores;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Stores;

public sealed class TerritoryTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task A_commune_is_served_by_all_three_levels()
    {
        await using var platform = await Seeded();
        var territory = platform.Services.GetRequiredService<ITerritory>();

        Assert.Equal("Gien", territory.Commune("45155")?.Name);
        Assert.Null(territory.Commune("45500"));
        Assert.Equal(11, territory.Communes.Count);
        Assert.Equal(
            [AdministrationKind.Commune, AdministrationKind.Epci, AdministrationKind.Departement],
            territory.Serving("45155", Today).Select(serving => serving.Kind).Order());
    }

    [Fact]
    public async Task A_commune_that_leaves_is_served_until_the_day_before()
    {
        await using var platform = await Seeded();
        using var seeds = new SeedsOnDisk();
        seeds.Replace("territories.yaml", "since: 2014-01-14", "since: 2014-01-14\n    until: 2027-01-01");
        await platform.Seed(seeds.Folder);
        var territory = platform.Services.GetRequiredService<ITerritory>();
        var epci = (await platform.Services.GetRequiredService<ITenantStore>().All(CancellationToken.None)).Single(one => one.Kind == AdministrationKind.Epci).Id;

        Assert.Empty(territory.ServedBy(epci, new DateOnly(2014, 1, 13)));
        Assert.Equal(11, territory.ServedBy(epci, new DateOnly(2014, 1, 14)).Count);
        Assert.Contains("45155", territory.ServedBy(epci, new DateOnly(2026, 12, 31)));
        Assert.Empty(territory.ServedBy(epci, new DateOnly(2027, 1, 1)));
        Assert.DoesNotContain(territory.Serving("45155", new DateOnly(2027, 1, 1)), serving => serving.AdministrationId == epci);
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_within_seconds()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration), clock: clock);
        await platform.Seed(ModuleHost.Seeds);
        var territory = platform.Services.GetRequiredService<ITerritory>();
        Assert.Equal("Gien", territory.Commune("45155")?.Name);

        await platform.Work(null, async (_, db) =>
        {
            (await db.Communes.SingleAsync(commune => commune.Cog == "45155")).Describe("Gien-sur-Loire", ["45500"], 1);
            await db.Touch(Territory.Register, CancellationToken.None);
            return await db.SaveChangesAsync();
        });

        Assert.Equal("Gien", territory.Commune("45155")?.Name);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("Gien-sur-Loire", territory.Commune("45155")?.Name);
    }

    private static async Task<ModuleHost> Seeded()
    {
        var platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        await platform.Seed(ModuleHost.Seeds);
        return platform;
    }
}
