using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>The real register on the real territory.</summary>
public sealed class SeedsResolveTests : IAsyncLifetime
{
    private ModuleHost platform = null!;

    public async Task InitializeAsync()
    {
        platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration).AddDispatch(configuration));
        await platform.Seed(ModuleHost.Seeds);
    }

    public async Task DisposeAsync() => await platform.DisposeAsync();

    [Theory]
    [InlineData("dechets-menagers", "45155", "CC Giennoises", AssignmentKind.Transfer)]
    [InlineData("etat-civil", "45155", "Gien", AssignmentKind.Law)]
    [InlineData("etat-civil", "45227", "Nevoy", AssignmentKind.Law)]
    [InlineData("autonomie", "45155", "Loiret", AssignmentKind.Law)]
    public async Task A_form_of_each_level_finds_its_administration(string competence, string cog, string holder, AssignmentKind kind)
    {
        var explanation = await Ask(new ExplainRouting(competence, cog, new DateOnly(2027, 1, 1)));
        Assert.Equal(holder, explanation.Holder?.ShortName);
        Assert.Equal((RoutingFinding.Found, kind), (explanation.Finding, explanation.Steps[0].Kind));
        Assert.NotEmpty(explanation.Steps[0].LegalAct);
    }

    [Fact]
    public async Task The_catalogue_and_the_explanation_agree()
    {
        var competences = new[] { "dechets-menagers", "etat-civil", "autonomie", "espace" };
        var holders = await Ask(new ResolveHolders(competences, "45227", new DateOnly(2027, 1, 1)));
        Assert.Equal(3, holders.Count);
        foreach (var competence in competences)
        {
            var explanation = await Ask(new ExplainRouting(competence, "45227", new DateOnly(2027, 1, 1)));
            Assert.Equal(explanation.Holder?.Id, holders.GetValueOrDefault(competence)?.AdministrationId);
        }
    }

    [Fact]
    public async Task The_register_has_neither_holes_nor_ties_today_and_a_hole_is_named()
    {
        Assert.Empty((await Ask(new CheckCoverage(["dechets-menagers", "etat-civil", "autonomie"], new DateOnly(2026, 11, 23)))).Gaps);
        var gaps = (await Ask(new CheckCoverage(["dechets-menagers"], new DateOnly(2016, 12, 31)))).Gaps;
        Assert.Equal(11, gaps.Count);
        Assert.All(gaps, gap => Assert.Equal(CoverageFault.Hole, gap.Fault));
        Assert.Contains(gaps, gap => gap is { Cog: "45155", Commune: "Gien" });
    }

    [Fact]
    public async Task Each_administration_holds_its_own_competences()
    {
        var all = await platform.Services.GetRequiredService<ITenantStore>().All(CancellationToken.None);
        var held = await Ask(new CompetencesHeld([.. all.Select(one => one.Id)], ["dechets-menagers", "etat-civil", "autonomie"], new DateOnly(2026, 11, 23)));
        foreach (var administration in all)
        {
            var expected = administration.Kind switch
            {
                AdministrationKind.Commune => "etat-civil",
                AdministrationKind.Epci => "dechets-menagers",
                AdministrationKind.Departement => "autonomie",
            };
            Assert.Equal([expected], held[administration.Id]);
        }
    }

    private Task<T> Ask<T>(IRequest<T> question) =>
        platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(question));
}
