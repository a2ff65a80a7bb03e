using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>A transfer as it would be written: which assignments end, which begin, and who holds what before and after.</summary>
internal sealed record PlannedTransfer(
    IReadOnlyList<Refusal> Refusals,
    Wording Label,
    IReadOnlyList<TransferPlace> Places,
    AdministrationInfo? To,
    IReadOnlyList<CompetenceAssignment> Ending,
    IReadOnlyList<CompetenceAssignment> Beginning);

/// <summary>
/// Works out what a transfer does to the register, and proves it on a register that has the change: previewing and scheduling ask the same one. Titles of those
/// who lose it end on the day; what they keep elsewhere begins anew for the rest.
/// </summary>
internal sealed class TransferPlanner(TeleservicesDb db, Registers registers, ITenantStore tenants, TimeProvider clock)
{
    public async Task<PlannedTransfer> Plan(TransferWish wish, CancellationToken ct)
    {
        var register = registers.Current;
        var label = register.Competences.GetValueOrDefault(wish.Competence);
        var to = wish.To is { } slug ? await tenants.ByIdentifier(slug, ct) : null;
        if (Faults(wish, register, to).ToList() is { Count: > 0 } faults)
        {
            return new PlannedTransfer(faults, label ?? new Wording(wish.Competence), [], to, [], []);
        }

        var on = wish.On!.Value;
        var communes = (wish.Communes.Count > 0 ? wish.Communes : [.. register.Territory.ServedBy(to!.Id, on)]).Distinct().Order(StringComparer.Ordinal).ToList();
        var targets = communes.ToDictionary(cog => cog, cog => to?.Id ?? Search.Only(register.Territory.Serving(cog, on), AdministrationKind.Commune));
        if (targets.FirstOrDefault(one => one.Value is null) is { Key: { } alone })
        {
            return new PlannedTransfer([new Refusal("La commune {0} n’est pas sur la plateforme : elle ne peut pas reprendre la compétence.", Name(register, alone)) { Field = nameof(wish.Communes) }], label!, [], to, [], []);
        }

        var (ending, beginning) = await Edit(wish, register, targets, ct);
        var scheduled = await db.CompetenceTransfers.AsNoTracking().Where(one => one.Competence == wish.Competence && one.State == TransferState.Scheduled && one.On >= on).ToListAsync(ct);
        var refusals = Proof(wish, register, targets, ending, beginning, scheduled);
        var places = await Places(wish.Competence, register, targets, on, ct);
        return new PlannedTransfer(refusals, label!, places, to, ending, beginning);
    }

    private IEnumerable<Refusal> Faults(TransferWish wish, CompetenceRegister register, AdministrationInfo? to)
    {
        if (!register.Competences.ContainsKey(wish.Competence))
        {
            yield return new Refusal("Choisissez la compétence.") { Field = nameof(wish.Competence) };
        }

        if (wish.To is not null && to is null)
        {
            yield return new Refusal("Aucune administration ne s’appelle « {0} ».", wish.To) { Field = nameof(wish.To) };
        }

        if (wish.Communes.FirstOrDefault(cog => register.Territory.Commune(cog) is null) is { } unknown)
        {
            yield return new Refusal("La commune « {0} » n’est pas sur la plateforme.", unknown) { Field = nameof(wish.Communes) };
        }

        if (wish.To is null && wish.Communes.Count == 0)
        {
            yield return new Refusal("Indiquez les communes qui reprennent la compétence.") { Field = nameof(wish.Communes) };
        }

        if (wish.On is not { } on || on < clock.LegalToday())
        {
            yield return new Refusal("Indiquez le premier jour : aujourd’hui ou plus tard, par exemple 2027-01-01.") { Field = nameof(wish.On) };
        }
        else if (to is not null && wish.Communes.FirstOrDefault(cog => register.Territory.Commune(cog) is not null && !register.Territory.ServedBy(to.Id, on).Contains(cog)) is { } outside)
        {
            yield return new Refusal("{0} ne dessert pas {1} : une compétence ne s’exerce que sur son territoire.", to.Name, Name(register, outside)) { Field = nameof(wish.Communes) };
        }

        if (string.IsNullOrWhiteSpace(wish.LegalAct))
        {
            yield return new Refusal("Citez l’acte : sans lui, l’attribution n’a pas de fondement.") { Field = nameof(wish.LegalAct) };
        }
        else if (wish.LegalAct.Trim().Length > 400)
        {
            yield return new Refusal("L’acte ne doit pas dépasser 400 caractères.") { Field = nameof(wish.LegalAct) };
        }
    }

    private async Task<(List<CompetenceAssignment> Ending, List<CompetenceAssignment> Beginning)> Edit(
        TransferWish wish, CompetenceRegister register, Dictionary<string, Guid?> targets, CancellationToken ct)
    {
        var on = wish.On!.Value;
        var (ending, beginning) = (new List<CompetenceAssignment>(), new List<CompetenceAssignment>());
        var known = await db.CompetenceAssignments.Where(row => row.Competence == wish.Competence && row.HolderId != null && row.Until == null && row.Since < on).ToListAsync(ct);
        foreach (var row in known)
        {
            var area = AreaOf(row, register, on);
            var lost = area.Where(cog => targets.TryGetValue(cog, out var target) && target != row.HolderId).ToList();
            if (lost.Count == 0)
            {
                continue;
            }

            ending.Add(row);
            if (area.Except(lost).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } kept)
            {
                beginning.Add(Begin(wish.Competence, row.HolderId, kept, on, row.Kind, row.LegalAct, row.Note));
            }
        }

        foreach (var holder in targets.GroupBy(one => one.Value, one => one.Key))
        {
            var whole = register.Territory.ServedBy(holder.Key!.Value, on).SetEquals(holder);
            beginning.Add(Begin(wish.Competence, holder.Key, whole ? [] : [.. holder.Order(StringComparer.Ordinal)], on, AssignmentKind.Transfer, wish.LegalAct!.Trim(), wish.Note));
        }

        return (ending, beginning);
    }

    private static CompetenceAssignment Begin(string competence, Guid? holder, IReadOnlyList<string> communes, DateOnly on, AssignmentKind kind, string act, string? note)
    {
        var row = new CompetenceAssignment { Competence = competence, HolderId = holder, Communes = communes, Since = on };
        row.Describe(kind, null, act, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        return row;
    }

    /// <summary>With the change, each commune has the holder that is meant, and nobody else loses or gains anything.</summary>
    private static List<Refusal> Proof(
        TransferWish wish, CompetenceRegister register, Dictionary<string, Guid?> targets, List<CompetenceAssignment> ending, List<CompetenceAssignment> beginning,
        IReadOnlyList<CompetenceTransfer> scheduled)
    {
        var on = wish.On!.Value;
        var ended = ending.Select(row => RegisterProof.Told(row, null)).ToHashSet();
        var changed = new CompetenceRegister(
            register.Competences,
            [.. register.Assignments.Where(one => !ended.Any(row => RegisterProof.Same(row, one))), .. ending.Select(row => RegisterProof.Told(row, on)), .. beginning.Select(row => RegisterProof.Told(row, null))],
            register.Territory);
        if (targets.All(one => register.Resolve(wish.Competence, one.Key, on).HolderId == one.Value))
        {
            return [new Refusal("Rien ne changerait : la compétence est déjà là où elle doit aller, ce jour-là.")];
        }

        foreach (var (cog, target) in targets)
        {
            if (changed.Resolve(wish.Competence, cog, on).HolderId != target)
            {
                return [new Refusal("À {0}, une autre attribution l’emporterait le {1} : corrigez d’abord le registre.", Name(register, cog), on.Spoken())];
            }
        }

        if (RegisterProof.Broken(register, changed, scheduled, on) is { } later)
        {
            return [new Refusal("Un transfert de cette compétence est déjà programmé pour le {0} et n’aurait plus son effet : annulez-le d’abord.", later.On.Spoken())];
        }

        string[] area = [.. targets.Keys.Union(ending.SelectMany(row => AreaOf(row, register, on)))];
        if (RegisterProof.Fault(register, changed, wish.Competence, area, on) is { } fault)
        {
            return [new Refusal("À {0}, le registre ne dirait plus qui est compétent à partir du {1} : corrigez d’abord ses attributions.", fault.Commune, fault.From.Spoken())];
        }

        return register.Territory.Communes.FirstOrDefault(commune => !targets.ContainsKey(commune.Cog)
                && changed.Resolve(wish.Competence, commune.Cog, on).HolderId != register.Resolve(wish.Competence, commune.Cog, on).HolderId) is { } other
            ? [new Refusal("{0} changerait aussi de titulaire sans être du transfert : corrigez d’abord le registre.", other.Name)]
            : [];
    }

    private async Task<List<TransferPlace>> Places(string competence, CompetenceRegister register, Dictionary<string, Guid?> targets, DateOnly on, CancellationToken ct)
    {
        var communes = targets.Keys.ToList();
        var open = await db.WholeLedger.Where(entry => entry.Competence == competence && communes.Contains(entry.CommuneCog)
                && (entry.State == LedgerState.Routed || entry.State == LedgerState.Delivered))
            .GroupBy(entry => new { entry.CommuneCog, entry.HolderId }).Select(group => new { group.Key.CommuneCog, group.Key.HolderId, Count = group.Count() }).ToListAsync(ct);
        var places = new List<TransferPlace>();
        foreach (var (cog, target) in targets)
        {
            var before = register.Resolve(competence, cog, on.AddDays(-1)).HolderId;
            places.Add(new TransferPlace(
                cog,
                Name(register, cog),
                before is { } holder ? await tenants.ById(holder, ct) : null,
                (await tenants.ById(target!.Value, ct))!,
                open.Where(one => one.CommuneCog == cog && one.HolderId != target).Sum(one => one.Count)));
        }

        return places;
    }

    private static IReadOnlyCollection<string> AreaOf(CompetenceAssignment row, CompetenceRegister register, DateOnly on) =>
        row.Communes.Count > 0 ? row.Communes : [.. register.Territory.ServedBy(row.HolderId!.Value, on)];

    private static string Name(CompetenceRegister register, string cog) => register.Territory.Commune(cog)?.Name ?? cog;
}
