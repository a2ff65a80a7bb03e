using System.Collections.Frozen;
using CsCheck;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>What holds for any register at all, tried on thousands of made-up ones.</summary>
public sealed class ResolveProperties
{
    private static readonly string[] Cogs = ["45001", "45002", "45003", "45004", "45005"];
    private static readonly Guid[] Administrations = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Gen<(DateOnly Since, DateOnly? Until)> Span =
        from since in Gen.Int[0, 20]
        from length in Gen.Int[1, 20]
        from open in Gen.Bool
        select (Start.AddDays(since), open ? (DateOnly?)null : Start.AddDays(since + length));

    private static readonly Gen<FakeTerritory.Member> Member =
        from administration in Gen.OneOf(Administrations)
        from cog in Gen.OneOf(Cogs)
        from kind in Gen.Enum<AdministrationKind>()
        from span in Span
        select new FakeTerritory.Member(administration, kind, cog, span.Since, span.Until);

    private static readonly Gen<Assignment> Assignment =
        from each in Gen.Int[0, 4]
        from holder in Gen.OneOf(Administrations)
        from kind in Gen.Enum<AssignmentKind>()
        from listed in Gen.Bool
        from communes in Gen.OneOf(Cogs).Array[1, 4]
        from span in Span
        from act in Gen.Int[1, 99]
        from level in Gen.Enum<AdministrationKind>()
        select new Assignment(
            "c", each == 0 ? null : holder, kind, listed && each != 0 ? communes.ToFrozenSet() : null, span.Since, span.Until, $"act {act}", level);

    private static readonly Gen<(FakeTerritory.Member[] Members, Assignment[] Assignments, string Cog, DateOnly On)> World =
        from members in Member.Array[1, 15]
        from assignments in Assignment.Array[0, 8]
        from cog in Gen.OneOf(Cogs)
        from day in Gen.Int[0, 45]
        select (members, assignments, cog, Start.AddDays(day));

    [Fact]
    public void There_is_a_holder_exactly_when_one_was_found_and_it_comes_from_the_register() => World.Sample(world =>
    {
        var resolution = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
        return resolution.Finding == RoutingFinding.Found
            ? resolution.HolderId is not null && resolution.Trace.Count(step => step.Verdict == TraceVerdict.Won) == 1
            : resolution.HolderId is null && resolution.Trace.All(step => step.Verdict != TraceVerdict.Won);
    });

    [Fact]
    public void The_answer_and_its_trace_never_differ() => World.Sample(world =>
    {
        var resolution = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
        return resolution.Finding switch
        {
            RoutingFinding.Found => resolution.Trace[0] is { Verdict: TraceVerdict.Won } won && (won.HolderId, won.LegalAct) == (resolution.HolderId, resolution.LegalAct),
            RoutingFinding.Tie => resolution.Trace[0].Verdict == TraceVerdict.Tied,
            _ => resolution.Trace.All(step => step.Verdict is TraceVerdict.NotYet or TraceVerdict.NoLonger or TraceVerdict.NobodyThere),
        };
    });

    [Fact]
    public void The_order_of_the_register_does_not_matter() => World.SelectMany(world => Gen.Shuffle(world.Assignments).Select(shuffled => (world, shuffled)))
        .Sample(pair =>
        {
            var (world, shuffled) = pair;
            var one = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
            var other = Register(world.Members, shuffled).Resolve("c", world.Cog, world.On);
            return (one.Finding, one.HolderId) == (other.Finding, other.HolderId);
        });

    [Fact]
    public void Nobody_wins_before_the_first_day_or_from_the_day_after_the_last() => World.Sample(world =>
    {
        var winner = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On).Winner;
        return winner is null || (winner.Since <= world.On && (winner.Until is null || world.On < winner.Until));
    });

    [Fact]
    public void Nothing_that_stands_is_more_specific_than_the_winner_or_outranks_it() => World.Sample(world =>
    {
        var resolution = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
        return resolution.Winner is not { } winner || resolution.Trace
            .Where(step => step.Verdict is TraceVerdict.LessSpecific or TraceVerdict.Outranked)
            .All(step => step.Communes > winner.Communes || (step.Communes == winner.Communes && step.Kind <= winner.Kind));
    });

    [Fact]
    public void Every_assignment_is_accounted_for() => World.Sample(world =>
    {
        var resolution = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
        return resolution.Trace.Count + resolution.Elsewhere == (resolution.Finding == RoutingFinding.UnknownCompetence ? 0 : world.Assignments.Length);
    });

    [Fact]
    public void An_assignment_made_for_other_communes_changes_nothing() => World.Sample(world =>
    {
        var elsewhere = new Assignment("c", Administrations[0], AssignmentKind.Delegation, Cogs.Where(cog => cog != world.Cog).ToFrozenSet(), Start, null, "elsewhere");
        var without = Register(world.Members, world.Assignments).Resolve("c", world.Cog, world.On);
        var with = Register(world.Members, [.. world.Assignments, elsewhere]).Resolve("c", world.Cog, world.On);
        return (without.Finding, without.HolderId) == (with.Finding, with.HolderId);
    });

    private static CompetenceRegister Register(FakeTerritory.Member[] members, Assignment[] assignments) =>
        new([KeyValuePair.Create("c", new Wording("C"))], assignments, new FakeTerritory(members));
}
