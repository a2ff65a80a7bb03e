using System.Collections.Frozen;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>A département of four communes, an EPCI of three of them, and their town halls.</summary>
public sealed class ResolveTests
{
    private static readonly Guid Departement = Guid.NewGuid();
    private static readonly Guid Epci = Guid.NewGuid();
    private static readonly Guid Syndicat = Guid.NewGuid();
    private static readonly Guid Gien = Guid.NewGuid();
    private static readonly Guid Nevoy = Guid.NewGuid();
    private static readonly DateOnly Past = new(2000, 1, 1);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly FakeTerritory Land = new(
    [
        .. new[] { "45155", "45227", "45108", "45234" }.Select(cog => new FakeTerritory.Member(Departement, AdministrationKind.Departement, cog, Past)),
        .. new[] { "45155", "45227", "45108" }.Select(cog => new FakeTerritory.Member(Epci, AdministrationKind.Epci, cog, Past)),
        new FakeTerritory.Member(Gien, AdministrationKind.Commune, "45155", Past),
        new FakeTerritory.Member(Nevoy, AdministrationKind.Commune, "45227", Past),
    ]);

    [Fact]
    public void A_competence_of_communes_is_held_by_each_for_itself()
    {
        var register = Register(EachCommune());
        Assert.Equal(Gien, register.Resolve("dechets", "45155", Today).HolderId);
        Assert.Equal(Nevoy, register.Resolve("dechets", "45227", Today).HolderId);
    }

    [Fact]
    public void A_commune_that_is_not_on_the_platform_has_nobody_there()
    {
        var resolution = Register(EachCommune()).Resolve("dechets", "45108", Today);
        Assert.Equal((RoutingFinding.Hole, null, TraceVerdict.NobodyThere), (resolution.Finding, resolution.HolderId, resolution.Trace.Single().Verdict));
    }

    [Fact]
    public void A_transfer_to_the_EPCI_takes_it_from_its_communes_only()
    {
        var register = Register(EachCommune(), To(Epci, AssignmentKind.Transfer));
        var inside = register.Resolve("dechets", "45155", Today);

        Assert.Equal(Epci, inside.HolderId);
        Assert.Equal([TraceVerdict.Won, TraceVerdict.LessSpecific], inside.Trace.Select(step => step.Verdict));
        Assert.Equal(RoutingFinding.Hole, register.Resolve("dechets", "45234", Today).Finding);
    }

    [Fact]
    public void Where_the_EPCI_is_the_whole_platform_the_transfer_still_goes_before_the_law()
    {
        var small = new FakeTerritory(
            new FakeTerritory.Member(Epci, AdministrationKind.Epci, "45155", Past), new FakeTerritory.Member(Gien, AdministrationKind.Commune, "45155", Past));
        var resolution = Register(small, EachCommune(), To(Epci, AssignmentKind.Transfer)).Resolve("dechets", "45155", Today);
        Assert.Equal(Epci, resolution.HolderId);
        Assert.Equal(TraceVerdict.Outranked, resolution.Trace[1].Verdict);
    }

    [Fact]
    public void A_list_of_communes_goes_before_an_EPCI_and_an_EPCI_before_a_département()
    {
        var register = Register(
            To(Departement, AssignmentKind.Law), To(Epci, AssignmentKind.Transfer), To(Gien, AssignmentKind.Law, communes: ["45155"]));
        Assert.Equal(Gien, register.Resolve("dechets", "45155", Today).HolderId);
        Assert.Equal(Epci, register.Resolve("dechets", "45227", Today).HolderId);
        Assert.Equal(Departement, register.Resolve("dechets", "45234", Today).HolderId);
    }

    [Theory]
    [InlineData(AssignmentKind.Law, AssignmentKind.Transfer)]
    [InlineData(AssignmentKind.Law, AssignmentKind.Delegation)]
    [InlineData(AssignmentKind.Transfer, AssignmentKind.Delegation)]
    public void On_the_same_territory_the_later_title_wins(AssignmentKind lower, AssignmentKind higher)
    {
        var resolution = Register(To(Epci, lower), To(Syndicat, higher, communes: ["45155", "45227", "45108"])).Resolve("dechets", "45155", Today);
        Assert.Equal(Syndicat, resolution.HolderId);
        Assert.Equal([TraceVerdict.Won, TraceVerdict.Outranked], resolution.Trace.Select(step => step.Verdict));
    }

    [Fact]
    public void Two_with_the_same_right_is_a_tie_and_never_a_guess()
    {
        var resolution = Register(To(Epci, AssignmentKind.Transfer), To(Syndicat, AssignmentKind.Transfer, communes: ["45155", "45227", "45108"]))
            .Resolve("dechets", "45155", Today);
        Assert.Equal(RoutingFinding.Tie, resolution.Finding);
        Assert.Null(resolution.HolderId);
        Assert.All(resolution.Trace, step => Assert.Equal(TraceVerdict.Tied, step.Verdict));
    }

    [Fact]
    public void The_same_holder_by_two_acts_is_no_tie()
    {
        var resolution = Register(To(Epci, AssignmentKind.Transfer), To(Epci, AssignmentKind.Transfer, since: Today.AddDays(-1))).Resolve("dechets", "45155", Today);
        Assert.Equal((RoutingFinding.Found, Epci), (resolution.Finding, resolution.HolderId!.Value));
        Assert.Single(resolution.Trace, step => step.Verdict == TraceVerdict.Won);
    }

    [Theory]
    [InlineData("2026-12-31", "commune", TraceVerdict.NotYet)]
    [InlineData("2027-01-01", "epci", TraceVerdict.Won)]
    [InlineData("2027-01-02", "epci", TraceVerdict.Won)]
    public void A_transfer_works_from_its_first_day(string on, string expected, TraceVerdict transfer)
    {
        var newYear = new DateOnly(2027, 1, 1);
        var register = Register(EachCommune() with { Until = newYear }, To(Epci, AssignmentKind.Transfer, since: newYear));
        var resolution = register.Resolve("dechets", "45155", DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected == "epci" ? Epci : Gien, resolution.HolderId);
        Assert.Equal(transfer, resolution.Trace.Single(step => step.HolderId == Epci).Verdict);
        Assert.Equal(expected == "epci" ? TraceVerdict.NoLonger : TraceVerdict.Won, resolution.Trace.Single(step => step.EachCommune).Verdict);
    }

    [Fact]
    public void A_commune_that_has_left_the_EPCI_is_no_longer_its_business()
    {
        var land = new FakeTerritory(
            new FakeTerritory.Member(Epci, AdministrationKind.Epci, "45155", Past, Today), new FakeTerritory.Member(Gien, AdministrationKind.Commune, "45155", Past));
        var register = Register(land, EachCommune(), To(Epci, AssignmentKind.Transfer));
        Assert.Equal(Epci, register.Resolve("dechets", "45155", Today.AddDays(-1)).HolderId);
        Assert.Equal(Gien, register.Resolve("dechets", "45155", Today).HolderId);
        Assert.Equal(1, register.Resolve("dechets", "45155", Today).Elsewhere);
    }

    [Fact]
    public void What_is_unknown_is_said()
    {
        var register = Register(EachCommune());
        Assert.Equal(RoutingFinding.UnknownCompetence, register.Resolve("espace", "45155", Today).Finding);
        Assert.Equal(RoutingFinding.UnknownCommune, register.Resolve("dechets", "75056", Today).Finding);
        Assert.Equal(RoutingFinding.Hole, Register().Resolve("dechets", "45155", Today).Finding);
    }

    [Fact]
    public void The_winner_names_its_legal_act()
    {
        var resolution = Register(EachCommune(), To(Epci, AssignmentKind.Transfer)).Resolve("dechets", "45155", Today);
        Assert.Equal("Act of Transfer", resolution.Winner?.LegalAct);
        Assert.Equal(3, resolution.Winner?.Communes);
    }

    private static Assignment EachCommune() => new("dechets", null, AssignmentKind.Law, null, Past, null, "Act of Law");

    private static Assignment To(Guid holder, AssignmentKind kind, DateOnly? since = null, string[]? communes = null) =>
        new("dechets", holder, kind, communes?.ToFrozenSet(), since ?? Past, null, $"Act of {kind}");

    private static CompetenceRegister Register(params Assignment[] assignments) => Register(Land, assignments);

    private static CompetenceRegister Register(FakeTerritory land, params Assignment[] assignments) =>
        new([KeyValuePair.Create("dechets", new Wording("Déchets"))], assignments, land);
}
