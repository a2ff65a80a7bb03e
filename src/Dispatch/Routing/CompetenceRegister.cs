using System.Collections.Frozen;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>An assignment as the resolution sees it.</summary>
/// <param name="Competence">Code of the competence.</param>
/// <param name="HolderId">The holder; nothing when every commune holds it for itself.</param>
/// <param name="Kind">How the holder came to it.</param>
/// <param name="Communes">COG codes; nothing when it is the holder's own territory (or all communes).</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which it no longer holds, or nothing.</param>
/// <param name="LegalAct">By which act.</param>
internal sealed record Assignment(
    string Competence, Guid? HolderId, AssignmentKind Kind, FrozenSet<string>? Communes, DateOnly Since, DateOnly? Until, string LegalAct);

/// <summary>
/// Who may legally do what, where and when: the whole register as one immutable value. <see cref="Resolve"/> is a pure function of it
/// and of the territory, so that the catalogue, the routing and the explanation cannot differ.
/// </summary>
internal sealed class CompetenceRegister(
    IEnumerable<KeyValuePair<string, Wording>> competences, IEnumerable<Assignment> assignments, ITerritory territory)
{
    private readonly ILookup<string, Assignment> byCompetence = assignments.ToLookup(assignment => assignment.Competence);

    /// <summary>Labels by code.</summary>
    public FrozenDictionary<string, Wording> Competences { get; } = competences.ToFrozenDictionary();

    public ITerritory Territory { get; } = territory;

    /// <summary>
    /// The assignment for the fewest communes wins: what was decided for a place goes before what holds for the whole country, and so a
    /// list of communes before an EPCI, an EPCI before a département, anything before «each commune by law». For as many communes, a delegation goes
    /// before a transfer and a transfer before the law. Two with the same right, or none, is nobody.
    /// </summary>
    public Resolution Resolve(string competence, string cog, DateOnly on)
    {
        if (!Competences.ContainsKey(competence))
        {
            return new Resolution(competence, cog, on, RoutingFinding.UnknownCompetence, [], 0);
        }

        if (Territory.Commune(cog) is null)
        {
            return new Resolution(competence, cog, on, RoutingFinding.UnknownCommune, [], byCompetence[competence].Count());
        }

        var here = byCompetence[competence].Where(assignment => Covers(assignment, cog, on)).ToList();
        var steps = here.Select(assignment => Look(assignment, cog, on))
            .OrderBy(step => step.Verdict == TraceVerdict.Won ? 0 : 1)
            .ThenBy(step => step.Communes).ThenByDescending(step => step.Kind).ThenBy(step => step.Since).ThenBy(step => step.HolderId)
            .ToList();
        var judged = Judge(steps);
        var finding = judged.FirstOrDefault()?.Verdict switch
        {
            TraceVerdict.Won => RoutingFinding.Found,
            TraceVerdict.Tied => RoutingFinding.Tie,
            _ => RoutingFinding.Hole,
        };
        return new Resolution(competence, cog, on, finding, judged, byCompetence[competence].Count() - here.Count);
    }

    /// <summary>Communes in which this administration might hold the competence: its territory and those it is named for.</summary>
    public IEnumerable<string> PlacesOf(Guid administration, string competence, DateOnly on) => Territory.ServedBy(administration, on)
        .Concat(byCompetence[competence].Where(assignment => assignment.HolderId == administration).SelectMany(assignment => assignment.Communes ?? []));

    private bool Covers(Assignment assignment, string cog, DateOnly on) => assignment switch
    {
        { Communes: { } list } => list.Contains(cog),
        { HolderId: { } holder } => Territory.ServedBy(holder, on).Contains(cog),
        _ => true,
    };

    /// <summary>What one assignment alone would give; «won» here means that it stands for election.</summary>
    private TraceStep Look(Assignment assignment, string cog, DateOnly on)
    {
        var holder = assignment.HolderId ?? TownHall(cog, on);
        var verdict = assignment switch
        {
            _ when on < assignment.Since => TraceVerdict.NotYet,
            _ when assignment.Until <= on => TraceVerdict.NoLonger,
            _ when holder is null => TraceVerdict.NobodyThere,
            _ => TraceVerdict.Won,
        };
        return new TraceStep(
            holder, assignment.Kind, assignment.HolderId is null, Size(assignment, on), assignment.Since, assignment.Until, assignment.LegalAct, verdict);
    }

    private Guid? TownHall(string cog, DateOnly on) =>
        Territory.Serving(cog, on).Where(serving => serving.Kind == AdministrationKind.Commune).ToList() is [var only] ? only.AdministrationId : null;

    private int Size(Assignment assignment, DateOnly on) => assignment switch
    {
        { Communes: { } list } => list.Count,
        { HolderId: { } holder } => Territory.ServedBy(holder, on).Count,
        _ => Territory.Communes.Count,
    };

    private static List<TraceStep> Judge(List<TraceStep> steps)
    {
        if (steps.FirstOrDefault() is not { Verdict: TraceVerdict.Won } best)
        {
            return steps;
        }

        var rivals = steps.Where(step => step.Verdict == TraceVerdict.Won && SameRight(step, best)).ToList();
        var tie = rivals.Any(rival => rival.HolderId != best.HolderId);
        return [.. steps.Select(step => step with { Verdict = VerdictOn(step, best, tie) })];
    }

    private static TraceVerdict VerdictOn(TraceStep step, TraceStep best, bool tie) => step switch
    {
        { Verdict: not TraceVerdict.Won } => step.Verdict,
        _ when SameRight(step, best) => tie ? TraceVerdict.Tied : ReferenceEquals(step, best) ? TraceVerdict.Won : TraceVerdict.Outranked,
        _ when step.Communes > best.Communes => TraceVerdict.LessSpecific,
        _ => TraceVerdict.Outranked,
    };

    private static bool SameRight(TraceStep one, TraceStep other) => one.Communes == other.Communes && one.Kind == other.Kind;
}
