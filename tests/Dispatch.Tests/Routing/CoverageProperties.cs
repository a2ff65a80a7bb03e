using System.Collections.Frozen;
using CsCheck;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Routing;

/// <summary>Coverage looks at the days on which something changes; whoever looks at every single day finds the same.</summary>
public sealed class CoverageProperties
{
    private const int Days = 60;
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly string[] Cogs = ["45001", "45002", "45003"];
    private static readonly Guid[] Administrations = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];

    private static readonly Gen<(DateOnly Since, DateOnly? Until)> Span =
        from since in Gen.Int[-5, Days]
        from length in Gen.Int[1, 40]
        from open in Gen.Bool
        select (Start.AddDays(since), open ? (DateOnly?)null : Start.AddDays(since + length));

    private static readonly Gen<FakeTerritory.Member> Member =
        from administration in Gen.OneOf(Administrations)
        from cog in Gen.OneOf(Cogs)
        from kind in Gen.Enum<AdministrationKind>()
        from span in Span
        select new FakeTerritory.Member(administration, kind, cog, span.Since, span.Until);

    private static readonly Gen<Assignment> Assignment =
        from each in Gen.Int[0, 2]
        from holder in Gen.OneOf(Administrations)
        from kind in Gen.Enum<AssignmentKind>()
        from level in Gen.Enum<AdministrationKind>()
        from communes in Gen.OneOf(Cogs).Array[0, 2]
        from span in Span
        select new Assignment("c", each == 0 ? null : holder, kind, communes.Length > 0 ? communes.ToFrozenSet() : null, span.Since, span.Until, "act", level);

    private static readonly Gen<(FakeTerritory.Member[] Members, Assignment[] Assignments, int Merged)> World =
        Gen.Select(Member.Array[1, 8], Assignment.Array[0, 5], Gen.Int[-10, Days + 10]);

    [Fact]
    public void All_holes_and_overlaps_are_found_and_nothing_else() => World.Sample(
        world =>
        {
            var land = new FakeTerritory(world.Members) { Successors = { ["45003"] = ("45001", Start.AddDays(world.Merged)) } };
            var register = new CompetenceRegister([KeyValuePair.Create("c", new Wording("C"))], world.Assignments, land);
            var walk = new CoverageWalk(register, ["c"], Cogs, Start, Start.AddDays(Days));
            var coverage = walk.Walk(new HashSet<Guid>());
            return Cogs.All(cog => Enumerable.Range(0, Days + 1).Select(Start.AddDays).All(day => Said(coverage, cog, day) == Seen(register, cog, day)));
        },
        iter: 2_000);

    [Theory]
    [InlineData("45001", 10, 12)]
    [InlineData("45003", 0, 1)]
    [InlineData("45002", 59, 60)]
    public void A_planted_hole_is_found_with_its_days(string cog, int from, int until)
    {
        var land = new FakeTerritory([.. Cogs.Select(one => new FakeTerritory.Member(Administrations[0], AdministrationKind.Epci, one, Start.AddYears(-1)))]);
        Assignment[] titles =
        [
            Listed(Administrations[0], Cogs.Where(one => one != cog), Start.AddYears(-1), null),
            Listed(Administrations[0], [cog], Start.AddYears(-1), Start.AddDays(from)),
            Listed(Administrations[0], [cog], Start.AddDays(until), null),
        ];
        var register = new CompetenceRegister([KeyValuePair.Create("c", new Wording("C"))], titles, land);
        var gap = Assert.Single(new CoverageWalk(register, ["c"], Cogs, Start, Start.AddDays(Days)).Walk(new HashSet<Guid>()).Gaps);
        Assert.Equal((cog, CoverageFault.Hole, Start.AddDays(from), (DateOnly?)Start.AddDays(until)), (gap.Cog, gap.Fault, gap.From, gap.Until));
    }

    [Fact]
    public void A_holder_that_answers_nowhere_is_a_gap()
    {
        var land = new FakeTerritory(new FakeTerritory.Member(Administrations[0], AdministrationKind.Epci, "45001", Start));
        var register = new CompetenceRegister([KeyValuePair.Create("c", new Wording("C"))], [Listed(Administrations[0], ["45001"], Start, null)], land);
        var walk = new CoverageWalk(register, ["c"], ["45001"], Start, Start);
        Assert.Empty(walk.Walk(new HashSet<Guid>()).Gaps);
        Assert.Equal(CoverageFault.Unreachable, walk.Walk(walk.Holders.ToHashSet()).Gaps.Single().Fault);
    }

    private static Assignment Listed(Guid holder, IEnumerable<string> communes, DateOnly since, DateOnly? until) =>
        new("c", holder, AssignmentKind.Transfer, communes.ToFrozenSet(), since, until, "act");

    private static CoverageFault? Said(Coverage coverage, string cog, DateOnly day) =>
        coverage.Gaps.SingleOrDefault(gap => gap.Cog == cog && gap.From <= day && (gap.Until is null || day < gap.Until))?.Fault;

    private static CoverageFault? Seen(CompetenceRegister register, string cog, DateOnly day) => register.Resolve("c", cog, day) switch
    {
        { Finding: RoutingFinding.Found } => null,
        { Finding: RoutingFinding.Tie } => CoverageFault.Overlap,
        { Finding: RoutingFinding.Hole, Absent: false } => CoverageFault.Hole,
        _ => CoverageFault.NotHere,
    };
}
