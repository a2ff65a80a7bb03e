namespace Teleservices.Dispatch.Routing;

/// <summary>Walks the days on which an answer can change, not the days in between: so a century costs little more than a day.</summary>
internal sealed class CoverageWalk(
    CompetenceRegister register, IReadOnlyList<string> competences, IReadOnlyCollection<string> communes, DateOnly from, DateOnly to)
{
    private readonly HashSet<Guid> holders = [];

    /// <summary>Whoever was found competent.</summary>
    public IReadOnlyCollection<Guid> Holders => holders;

    /// <summary>Proves it, with these administrations taken as silent.</summary>
    public Coverage Walk(IReadOnlySet<Guid> unreachable)
    {
        var (gaps, searches) = (new List<CoverageGap>(), 0);
        foreach (var competence in competences)
        {
            foreach (var cog in communes)
            {
                CoverageGap? open = null;
                foreach (var day in Days(competence, cog))
                {
                    searches++;
                    var fault = FaultOf(register.Resolve(competence, cog, day), unreachable);
                    if (open is not null && open.Fault != fault)
                    {
                        gaps.Add(open with { Until = day });
                        open = null;
                    }

                    open ??= fault is { } wrong ? new CoverageGap(competence, cog, register.Territory.Commune(cog)?.Name ?? cog, wrong, day, null) : null;
                }

                if (open is not null)
                {
                    gaps.Add(open);
                }
            }
        }

        return new Coverage(communes.Count, competences.Count, searches, gaps);
    }

    private IEnumerable<DateOnly> Days(string competence, string cog) =>
        from == to ? [from] : register.Changes(competence, cog).Where(day => from < day && day <= to).Prepend(from).Distinct().Order();

    private CoverageFault? FaultOf(Resolution resolution, IReadOnlySet<Guid> unreachable) => resolution.Finding switch
    {
        RoutingFinding.Found => holders.Add(resolution.HolderId!.Value) || !unreachable.Contains(resolution.HolderId.Value) ? null : CoverageFault.Unreachable,
        RoutingFinding.Tie => CoverageFault.Overlap,
        RoutingFinding.UnknownCompetence => CoverageFault.UnknownCompetence,
        RoutingFinding.UnknownCommune => CoverageFault.NotHere,
        RoutingFinding.Hole => resolution.Absent ? CoverageFault.NotHere : CoverageFault.Hole,
    };
}
