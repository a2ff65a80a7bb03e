using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>Answers other modules from the register.</summary>
internal sealed class Holders(Registers registers, ITenantStore tenants) : IHolders
{
    private volatile TerritoryToCome? foreseen;

    public async ValueTask<Holder?> Of(string competence, string cog, DateOnly on, CancellationToken ct) =>
        registers.Current.Resolve(competence, cog, on) is { HolderId: { } id } found && await tenants.ById(id, ct) is { } administration
            ? new Holder(administration, found.LegalAct!)
            : null;

    public async Task<IReadOnlyList<HeldRequest>> HeldBy(TeleservicesDb db, Guid administration, CancellationToken ct) =>
        await db.WholeLedger.Where(entry => entry.HolderId == administration).Select(entry => new HeldRequest(entry.RequestId, entry.ResidentId)).ToListAsync(ct);

    public IReadOnlyDictionary<string, AdministrationKind> Foresee(
        IReadOnlyCollection<string> competences, string cog, DateOnly on, IReadOnlyList<Newcomer> newcomers)
    {
        var register = registers.Current;
        var territory = foreseen is { } last && last.IsOf(newcomers) ? last : foreseen = new TerritoryToCome(register.Territory.Now, newcomers);
        var then = register.On(territory);
        var holders = new Dictionary<string, AdministrationKind>();
        foreach (var competence in competences)
        {
            if (then.Resolve(competence, cog, on).HolderId is { } holder && territory.KindOf(holder, cog, on) is { } kind)
            {
                holders[competence] = kind;
            }
        }

        return holders;
    }

    public IReadOnlyList<HolderGap> Gaps(IReadOnlyCollection<string> competences, IReadOnlyCollection<string> communes, DateOnly on) =>
    [
        .. new CoverageWalk(registers.Current, [.. competences.Distinct().Order(StringComparer.Ordinal)], communes, on, on).Walk(new HashSet<Guid>()).Gaps
            .Where(gap => gap.Fault is CoverageFault.Hole or CoverageFault.Overlap or CoverageFault.UnknownCompetence)
            .Select(gap => new HolderGap(gap.Competence, gap.Cog, gap.Fault == CoverageFault.Overlap)),
    ];
}
