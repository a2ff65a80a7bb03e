using System.Collections.Frozen;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Holds a changed register against the one before it, not on one day but for thirty years: other transfers may be scheduled behind this one.</summary>
internal static class RegisterProof
{
    private const int Years = 30;

    /// <summary>The first place and day where the changed register would name nobody, or two of the same right, and does not now.</summary>
    public static CoverageGap? Fault(CompetenceRegister before, CompetenceRegister after, string competence, IReadOnlyCollection<string> communes, DateOnly from)
    {
        var known = Faults(before, competence, communes, from).ToHashSet();
        return Faults(after, competence, communes, from).FirstOrDefault(fault => !known.Contains(fault));
    }

    /// <summary>The transfer that is scheduled for the same day or later and whose communes would not get the holder that was promised.</summary>
    public static CompetenceTransfer? Broken(CompetenceRegister before, CompetenceRegister after, IEnumerable<CompetenceTransfer> scheduled, DateOnly from) =>
        scheduled.Where(one => one.On >= from).OrderBy(one => one.On).FirstOrDefault(one => one.Communes.Any(cog =>
            before.Resolve(one.Competence, cog, one.On).HolderId != after.Resolve(one.Competence, cog, one.On).HolderId));

    /// <summary>A row of the store as the register has it.</summary>
    public static Assignment Told(CompetenceAssignment row, DateOnly? until) => new(
        row.Competence, row.HolderId, row.Kind, row.Communes.Count > 0 ? row.Communes.ToFrozenSet() : null, row.Since, until, row.LegalAct, row.Each);

    /// <summary>Whether it is the same assignment, until the same day.</summary>
    public static bool Same(Assignment one, Assignment other) =>
        one.Competence == other.Competence && one.HolderId == other.HolderId && one.Since == other.Since && one.Until == other.Until
        && (one.Communes is null ? other.Communes is null : other.Communes is not null && one.Communes.SetEquals(other.Communes));

    private static IEnumerable<CoverageGap> Faults(CompetenceRegister register, string competence, IReadOnlyCollection<string> communes, DateOnly from) =>
        new CoverageWalk(register, [competence], communes, from, from.AddYears(Years)).Walk(new HashSet<Guid>())
            .Gaps.Where(gap => gap.Fault is CoverageFault.Overlap or CoverageFault.Hole);
}
