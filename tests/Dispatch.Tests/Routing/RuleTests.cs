using System.Collections.Frozen;
using System.Globalization;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>What the law gives to a level, without a row for each of its administrations.</summary>
public sealed class RuleTests
{
    private static readonly Guid Loiret = Guid.NewGuid();
    private static readonly Guid Cher = Guid.NewGuid();
    private static readonly Guid Giennoises = Guid.NewGuid();
    private static readonly DateOnly Past = new(2000, 1, 1);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private static readonly FakeTerritory Land = new(
        new FakeTerritory.Member(Loiret, AdministrationKind.Departement, "45155", Past),
        new FakeTerritory.Member(Loiret, AdministrationKind.Departement, "45227", Past),
        new FakeTerritory.Member(Cher, AdministrationKind.Departement, "18033", Past),
        new FakeTerritory.Member(Giennoises, AdministrationKind.Epci, "45155", Past));

    [Fact]
    public void Each_département_holds_what_the_law_gives_to_départements()
    {
        var register = Register(Land, Rule(AdministrationKind.Departement));
        Assert.Equal(Loiret, register.Resolve("c", "45155", Today).HolderId);
        Assert.Equal(Cher, register.Resolve("c", "18033", Today).HolderId);
        Assert.Equal(AdministrationKind.Departement, register.Resolve("c", "18033", Today).Winner?.Level);
    }

    [Fact]
    public void Where_the_EPCI_is_not_on_the_platform_the_search_says_so()
    {
        var register = Register(Land, Rule(AdministrationKind.Epci));
        Assert.Equal(Giennoises, register.Resolve("c", "45155", Today).HolderId);
        var elsewhere = register.Resolve("c", "18033", Today);
        Assert.Equal((RoutingFinding.Hole, true), (elsewhere.Finding, elsewhere.Absent));
        Assert.False(Register(Land).Resolve("c", "18033", Today).Absent);
    }

    [Fact]
    public void Two_levels_by_law_for_one_competence_is_a_tie()
    {
        var register = Register(Land, Rule(AdministrationKind.Epci), Rule(AdministrationKind.Departement));
        Assert.Equal(RoutingFinding.Tie, register.Resolve("c", "45155", Today).Finding);
        Assert.Equal(Loiret, register.Resolve("c", "45227", Today).HolderId);
    }

    [Theory]
    [InlineData("2026-12-31", "45227")]
    [InlineData("2027-01-01", "45155")]
    public void A_commune_that_was_merged_is_looked_up_as_the_one_that_stands_for_it(string on, string expected)
    {
        var (gien, nevoy) = (Guid.NewGuid(), Guid.NewGuid());
        var land = new FakeTerritory(
            new FakeTerritory.Member(gien, AdministrationKind.Commune, "45155", Past), new FakeTerritory.Member(nevoy, AdministrationKind.Commune, "45227", Past, NewYear))
        {
            Successors = { ["45227"] = ("45155", NewYear) },
        };
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        Assert.Equal(expected == "45155" ? gien : nevoy, Register(land, Rule(AdministrationKind.Commune)).Resolve("c", "45227", day).HolderId);
    }

    [Fact]
    public void The_trace_and_the_answer_are_of_one_mind_when_a_list_is_for_the_successor()
    {
        var holder = Guid.NewGuid();
        var land = new FakeTerritory(new FakeTerritory.Member(Loiret, AdministrationKind.Departement, "45155", Past), new FakeTerritory.Member(Loiret, AdministrationKind.Departement, "45227", Past))
        {
            Successors = { ["45227"] = ("45155", NewYear) },
        };
        var listed = new Assignment("c", holder, AssignmentKind.Transfer, new[] { "45155" }.ToFrozenSet(), Past, null, "act");
        var resolution = Register(land, Rule(AdministrationKind.Departement), listed).Resolve("c", "45227", NewYear);
        Assert.Equal(holder, resolution.HolderId);
        Assert.Equal((holder, TraceVerdict.Won), (resolution.Winner!.HolderId!.Value, resolution.Winner.Verdict));
    }

    private static Assignment Rule(AdministrationKind level) => new("c", null, AssignmentKind.Law, null, Past, null, $"each {level}", level);

    private static CompetenceRegister Register(FakeTerritory land, params Assignment[] assignments) => new([KeyValuePair.Create("c", new Wording("C"))], assignments, land);
}
