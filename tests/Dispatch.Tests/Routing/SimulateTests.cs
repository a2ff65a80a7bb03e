using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Tests.Bus;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>Requests of a year, replayed with another register.</summary>
public sealed class SimulateTests : IAsyncLifetime
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("teleservices-simulate-").FullName, "changed.yaml");
    private ModuleHost platform = null!;

    public async Task InitializeAsync()
    {
        platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration).AddDispatch(configuration));
        await platform.Seed(ModuleHost.Seeds);
        await File("etat-civil", "45155", day: 1);
        await File("dechets-menagers", "45155", day: 2);
        await File("dechets-menagers", "45227", day: 3);
    }

    public async Task DisposeAsync()
    {
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task Only_what_the_change_touches_goes_elsewhere_and_the_register_stays_as_it_is()
    {
        await System.IO.File.WriteAllTextAsync(file, "- { competence: dechets-menagers, holder: nevoy, kind: delegation, since: 2026-01-01, communes: [\"45227\"], legal_act: Une convention }");
        var simulation = await Ask(new SimulateRegister(10, file, null));

        Assert.Equal((3, 2), (simulation.Replayed, simulation.Same));
        var move = Assert.Single(simulation.Elsewhere);
        Assert.Equal(("45227", "CC Giennoises", "Nevoy", "Une convention"), (move.Cog, move.Before?.ShortName, move.After?.ShortName, move.LegalAct));
        Assert.Empty((await Ask(new SimulateRegister(10, null, null))).Elsewhere);
    }

    [Fact]
    public async Task A_known_assignment_is_replaced_so_that_it_may_end_and_the_day_may_be_chosen()
    {
        await System.IO.File.WriteAllTextAsync(
            file,
            "- { competence: etat-civil, holder: each-commune, kind: law, since: 1792-09-20, until: 2027-01-01, legal_act: Un acte }");
        Assert.Empty((await Ask(new SimulateRegister(10, file, null))).Elsewhere);
        var move = Assert.Single((await Ask(new SimulateRegister(10, file, new DateOnly(2027, 1, 1)))).Elsewhere);
        Assert.Equal(("etat-civil", RoutingFinding.Hole, (AdministrationInfo?)null), (move.Competence, move.Finding, move.After));
        Assert.Equal(1, (await Ask(new SimulateRegister(1, file, null))).Replayed);
    }

    [Fact]
    public async Task A_mistake_in_the_file_is_told()
    {
        await System.IO.File.WriteAllTextAsync(file, "- { competence: dechets-menagers, holder: personne, kind: law, since: 2026-01-01, legal_act: Un acte }");
        var mistakes = await Assert.ThrowsAsync<SeedException>(() => Ask(new SimulateRegister(10, file, null)));
        Assert.Contains("personne", mistakes.Errors.Single().Message, StringComparison.Ordinal);
    }

    private Task<int> File(string competence, string cog, int day) => platform.Work(null, (services, db) =>
    {
        var filed = DispatchBus.Filed(competence, cog, at: new DateTimeOffset(2026, 5, day, 9, 0, 0, TimeSpan.Zero));
        services.GetRequiredService<Current>().ActFor(filed.ResidentId);
        db.Ledger.Add(LedgerEntry.Of(filed));
        return db.SaveChangesAsync();
    });

    private Task<T> Ask<T>(IRequest<T> question) =>
        platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(question));
}
