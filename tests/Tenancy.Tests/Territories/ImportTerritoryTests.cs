using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Territories;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Territories;

public sealed class ImportTerritoryTests : IAsyncLifetime
{
    private static readonly DateOnly Eve = new(2026, 12, 31);
    private static readonly DateOnly NewYear = new(2027, 1, 1);
    private ModuleHost platform = null!;

    private ITerritory Territory => platform.Services.GetRequiredService<ITerritory>();

    public async Task InitializeAsync()
    {
        platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        await platform.Seed(ModuleHost.Seeds);
    }

    public async Task DisposeAsync() => await platform.DisposeAsync();

    [Fact]
    public async Task A_first_edition_extends_who_is_on_the_platform_and_the_same_again_changes_nothing()
    {
        var diff = await Import(Editions.First);
        Assert.True(diff.Applied);
        Assert.Equal((12, 2, 1, (DateOnly?)null), (diff.Communes, diff.Epci, diff.Departements, diff.Previous));
        Assert.Equal(1, diff.Counts[TerritoryChange.ServedMore]);
        Assert.Equal("Commune 45234", Territory.Commune("45234")?.Name);
        Assert.Equal([AdministrationKind.Departement], Territory.Serving("45234", NewYear).Select(serving => serving.Kind));
        Assert.Equal(3, Territory.Serving("45155", NewYear).Count);

        var again = await Import(Editions.First);
        Assert.Empty(again.Counts);
        Assert.Equal(Editions.First.ValidFrom, again.Previous);
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_differences_and_writes_nothing()
    {
        await Import(Editions.First);
        var told = await Import(Editions.Second, dryRun: true);
        Assert.False(told.Applied);
        Assert.Equal("45227", Territory.Standing("45227", NewYear));

        var done = await Import(Editions.Second);
        Assert.Equal(told.Lines, done.Lines);
        Assert.Contains(done.Lines, line => line is { Change: TerritoryChange.CommuneMerged, Code: "45227" });
        Assert.Contains(done.Lines, line => line is { Change: TerritoryChange.CommuneRenamed, Code: "45280" });
        Assert.Contains(done.Lines, line => line is { Change: TerritoryChange.Left, Code: "45180", Before: "CC Giennoises" });
        Assert.Contains(done.Lines, line => line is { Change: TerritoryChange.Joined, Code: "45180", After: "Orléans Métropole" });
        Assert.Contains(done.Lines, line => line is { Change: TerritoryChange.ServedLess, Code: "45180", Before: "CC Giennoises" });
    }

    [Fact]
    public async Task From_the_day_of_a_merger_another_commune_stands_for_the_old_code()
    {
        await Import(Editions.First);
        await Import(Editions.Second);

        Assert.Equal("45227", Territory.Standing("45227", Eve));
        Assert.Equal("45155", Territory.Standing("45227", NewYear));
        Assert.Equal("45155", Territory.Standing("45007", NewYear));
        Assert.NotNull(Territory.Commune("45227"));
        Assert.DoesNotContain(Territory.Communes, commune => commune.Cog == "45227");
        Assert.Contains(Territory.Serving("45227", Eve), serving => serving.Kind == AdministrationKind.Commune);
        Assert.Empty(Territory.Serving("45227", NewYear));
        Assert.Equal([NewYear], Territory.Changes("45227").Where(day => day > Eve));
    }

    [Fact]
    public async Task Who_leaves_an_EPCI_is_served_by_it_until_the_day_before()
    {
        await Import(Editions.First);
        await Import(Editions.Second);
        Assert.Contains(Territory.Serving("45180", Eve), serving => serving.Kind == AdministrationKind.Epci);
        var epci = Territory.Serving("45155", NewYear).Single(serving => serving.Kind == AdministrationKind.Epci).AdministrationId;
        Assert.DoesNotContain(Territory.Serving("45180", NewYear), serving => serving.Kind == AdministrationKind.Epci);
        Assert.Equal((11, 9), (Territory.Size(epci, Eve), Territory.Size(epci, NewYear)));
    }

    [Fact]
    public async Task A_commune_that_is_set_up_again_stands_for_itself()
    {
        await Import(Editions.First);
        await Import(Editions.Second);
        var third = Editions.First with { ValidFrom = new DateOnly(2028, 1, 1) };
        var diff = await Import(third);

        Assert.Contains(diff.Lines, line => line is { Change: TerritoryChange.CommuneBack, Code: "45227", Before: "45155" });
        Assert.Equal("45155", Territory.Standing("45227", new DateOnly(2027, 12, 31)));
        Assert.Equal("45227", Territory.Standing("45227", third.ValidFrom));
        Assert.Equal(3, Territory.Serving("45227", third.ValidFrom).Count);
    }

    [Fact]
    public async Task A_commune_that_is_no_more_and_has_no_successor_stops_the_import_until_somebody_names_one()
    {
        await Import(Editions.First);
        var silent = Editions.Second with { Formers = Editions.First.Formers };
        var refused = await Import(silent);
        Assert.Equal((false, "45227"), (refused.Applied, refused.Lost.Single()));
        Assert.Equal("45227", Territory.Standing("45227", NewYear));

        var told = await Import(silent, successors: [new EditionFormer("45227", "45155", "Nevoy", new DateOnly(2026, 7, 1))]);
        Assert.True(told.Applied);
        Assert.Equal("45155", Territory.Standing("45227", new DateOnly(2026, 7, 1)));
        Assert.Equal("45227", Territory.Standing("45227", new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public async Task An_older_edition_than_the_last_one_is_refused()
    {
        await Import(Editions.Second);
        var answer = await platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(new ImportTerritory(Editions.First, [], DryRun: false)));
        Assert.NotNull(answer.Refusal);
    }

    private async Task<TerritoryDiff> Import(Edition edition, bool dryRun = false, IReadOnlyList<EditionFormer>? successors = null) =>
        (await platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(new ImportTerritory(edition, successors ?? [], dryRun)))).Value;
}
