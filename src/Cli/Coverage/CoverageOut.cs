using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;

namespace Teleservices.Cli.Coverage;

/// <summary>The answer of <c>coverage --json</c>; documented in README.md, only ever gains properties. Counts are gaps: a competence, a commune, a period.</summary>
internal sealed record CoverageOut(
    int Communes,
    int Holes,
    int Overlaps,
    int Unreachable,
    int Unknown,
    int NotHere,
    int OnPlatform,
    int Forms,
    int Competences,
    int Searches,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<GapOut> Gaps)
{
    public int Mistakes => Holes + Overlaps + Unreachable + Unknown;

    public static CoverageOut Of(Dispatch.Coverage coverage, IReadOnlyList<PublishedForm> forms, int onPlatform, DateOnly from, DateOnly to)
    {
        var byCompetence = forms.ToLookup(form => form.Competence, form => form.Slug);
        return new CoverageOut(
            coverage.Communes,
            coverage.Count(CoverageFault.Hole),
            coverage.Count(CoverageFault.Overlap),
            coverage.Count(CoverageFault.Unreachable),
            coverage.Count(CoverageFault.UnknownCompetence),
            coverage.Count(CoverageFault.NotHere),
            onPlatform,
            forms.Count,
            coverage.Competences,
            coverage.Searches,
            from,
            to,
            [
                .. coverage.Gaps.Where(gap => gap.Fault != CoverageFault.NotHere)
                    .Select(gap => new GapOut(gap.Fault, gap.Competence, [.. byCompetence[gap.Competence]], gap.Cog, gap.Commune, gap.From, gap.Until)),
            ]);
    }
}

/// <summary>A mistake: a competence, with the forms under it, in a commune, for a time.</summary>
internal sealed record GapOut(CoverageFault Fault, string Competence, IReadOnlyList<string> Forms, string Cog, string Commune, DateOnly From, DateOnly? Until);
