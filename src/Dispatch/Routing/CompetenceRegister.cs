using System.Collections.Frozen;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>
/// Who may legally do what, where and when: the whole register as one immutable value. <see cref="Resolve"/> is a pure function of it
/// and of the territory, so that the catalogue, the routing and the explanation cannot differ.
/// </summary>
internal sealed class CompetenceRegister
{
    private readonly FrozenDictionary<string, Titles> titles;

    public CompetenceRegister(IEnumerable<KeyValuePair<string, Wording>> competences, IEnumerable<Assignment> assignments, ITerritory territory)
    {
        var byCompetence = assignments.ToLookup(assignment => assignment.Competence);
        Competences = competences.ToFrozenDictionary();
        Territory = territory;
        titles = Competences.Keys.ToFrozenDictionary(code => code, code => new Titles([.. byCompetence[code]]));
    }

    private CompetenceRegister(CompetenceRegister other, ITerritory territory) =>
        (Competences, titles, Territory) = (other.Competences, other.titles, territory);

    /// <summary>Labels by code.</summary>
    public FrozenDictionary<string, Wording> Competences { get; }

    public ITerritory Territory { get; }

    /// <summary>The same register on another territory.</summary>
    public CompetenceRegister On(ITerritory other) => new(this, other);

    /// <summary>All assignments.</summary>
    public IEnumerable<Assignment> Assignments => titles.Values.SelectMany(one => one.All);

    /// <summary>
    /// The assignment for the fewest communes wins: what was decided for a place goes before what holds for the whole country, and so a
    /// list of communes before an EPCI, an EPCI before a département, anything before «each commune by law». For as many communes, a delegation goes
    /// before a transfer and a transfer before the law. Two with the same right, or none, is nobody. A commune that was merged is looked up as the one
    /// that stands for it.
    /// </summary>
    public Resolution Resolve(string competence, string cog, DateOnly on)
    {
        if (!titles.TryGetValue(competence, out var all))
        {
            return new Resolution(competence, cog, on, RoutingFinding.UnknownCompetence);
        }

        var territory = Territory.Now;
        if (territory.Commune(cog) is null)
        {
            return new Resolution(competence, cog, on, RoutingFinding.UnknownCommune) { Titles = all.All.Count };
        }

        var here = territory.Standing(cog, on);
        var serving = territory.Serving(here, on);
        var search = new Search(territory, serving, on);
        search.Look(all.Rules);
        for (var i = 0; i < serving.Count && all.Own.Count > 0; i++)
        {
            if (all.Own.TryGetValue(serving[i].AdministrationId, out var own))
            {
                search.Look(own);
            }
        }

        if (all.Listed.TryGetValue(here, out var listed))
        {
            search.Look(listed);
        }

        return search switch
        {
            { Best: null } => new Resolution(competence, cog, on, RoutingFinding.Hole) { Absent = search.Absent, Register = this, Titles = all.All.Count },
            { Tie: true } => new Resolution(competence, cog, on, RoutingFinding.Tie) { Register = this, Titles = all.All.Count },
            _ => new Resolution(competence, cog, on, RoutingFinding.Found)
            {
                HolderId = search.Holder,
                LegalAct = search.Best.LegalAct,
                Register = this,
                Titles = all.All.Count,
            },
        };
    }

    /// <summary>Every assignment that is made for the commune and what became of it, the winner first.</summary>
    public IReadOnlyList<TraceStep> Trace(string competence, string cog, DateOnly on)
    {
        var here = Territory.Standing(cog, on);
        var serving = Territory.Serving(here, on);
        var steps = titles[competence].All.Where(assignment => Covers(assignment, here, serving)).Select(assignment => Look(assignment, serving, on))
            .OrderBy(step => step.Verdict == TraceVerdict.Won ? 0 : 1)
            .ThenBy(step => step.Communes).ThenByDescending(step => step.Kind).ThenBy(step => step.Since).ThenBy(step => step.LegalAct, StringComparer.Ordinal).ThenBy(step => step.HolderId)
            .ToList();
        return Judge(steps);
    }

    /// <summary>Communes in which this administration might hold the competence: its territory and those it is named for.</summary>
    public IEnumerable<string> PlacesOf(Guid administration, string competence, DateOnly on) => Territory.ServedBy(administration, on)
        .Concat(titles.GetValueOrDefault(competence)?.All.Where(assignment => assignment.HolderId == administration).SelectMany(assignment => assignment.Communes ?? []) ?? []);

    /// <summary>Days on which the answer for a competence in a commune may change; between two of them it cannot.</summary>
    public IEnumerable<DateOnly> Changes(string competence, string cog) =>
        Territory.Changes(cog).Concat(titles.GetValueOrDefault(competence)?.Changes ?? []);

    private static bool Covers(Assignment assignment, string cog, IReadOnlyList<ServingAdministration> serving) => assignment switch
    {
        { Communes: { } list } => list.Contains(cog),
        { HolderId: { } holder } => serving.Any(one => one.AdministrationId == holder),
        _ => true,
    };

    /// <summary>What one assignment alone would give; «won» here means that it stands for election.</summary>
    private TraceStep Look(Assignment assignment, IReadOnlyList<ServingAdministration> serving, DateOnly on)
    {
        var holder = assignment.HolderId ?? Search.Only(serving, assignment.Each);
        var verdict = assignment switch
        {
            _ when on < assignment.Since => TraceVerdict.NotYet,
            _ when assignment.Until <= on => TraceVerdict.NoLonger,
            _ when holder is null => TraceVerdict.NobodyThere,
            _ => TraceVerdict.Won,
        };
        return new TraceStep(
            holder,
            assignment.Kind,
            assignment.HolderId is null,
            Search.SizeOf(Territory, assignment, on),
            assignment.Since,
            assignment.Until,
            assignment.LegalAct,
            verdict,
            assignment.Each);
    }

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
