using System.Collections.Frozen;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Routing;
using Teleservices.Dispatch.Seeds;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch;

/// <summary>Replays the last requests against a changed register and says which would go elsewhere; changes nothing.</summary>
/// <param name="Last">How many requests, the latest first.</param>
/// <param name="With">A file like assignments.yaml that is laid over the register; nothing for the register as it is.</param>
/// <param name="On">As if all had been filed on this day; nothing for the day of each.</param>
public sealed record SimulateRegister(int Last, string? With, DateOnly? On) : IQuery<Simulation>;

/// <summary>The answer to <see cref="SimulateRegister"/>.</summary>
/// <param name="Replayed">Requests that were replayed.</param>
/// <param name="Same">Those that would go where they go now.</param>
/// <param name="Elsewhere">Those that would go to another administration, or to nobody, or had nobody.</param>
public sealed record Simulation(int Replayed, int Same, IReadOnlyList<SimulatedMove> Elsewhere);

/// <summary>A request that would go elsewhere; nothing of what the resident wrote.</summary>
/// <param name="Number">As on the receipt.</param>
/// <param name="Form">Its form.</param>
/// <param name="Competence">Code.</param>
/// <param name="Cog">The commune.</param>
/// <param name="On">The day whose register decides.</param>
/// <param name="Before">Whom the register names now, or nobody.</param>
/// <param name="After">Whom the changed one would name, or nobody.</param>
/// <param name="Finding">How the search in the changed register ended.</param>
/// <param name="LegalAct">By which act, or nothing.</param>
public sealed record SimulatedMove(
    string Number, string Form, string Competence, string Cog, DateOnly On, AdministrationInfo? Before, AdministrationInfo? After, RoutingFinding Finding, string? LegalAct);

internal sealed class SimulateRegisterHandler(TeleservicesDb db, Registers registers, ITenantStore tenants) : IRequestHandler<SimulateRegister, Simulation>
{
    public async Task<Simulation> Handle(SimulateRegister request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var changed = request.With is null ? register : await Changed(register, request.With, cancellationToken);
        var entries = await db.WholeLedger.AsNoTracking()
            .OrderByDescending(entry => entry.FiledAt).ThenByDescending(entry => entry.Number).Take(request.Last)
            .Select(entry => new { entry.Number, entry.FormSlug, entry.Competence, entry.CommuneCog, entry.FiledAt })
            .ToListAsync(cancellationToken);
        var elsewhere = new List<SimulatedMove>();
        foreach (var entry in entries)
        {
            var on = request.On ?? entry.FiledAt.LegalDay();
            var (before, after) = (register.Resolve(entry.Competence, entry.CommuneCog, on), changed.Resolve(entry.Competence, entry.CommuneCog, on));
            if (before.HolderId != after.HolderId)
            {
                elsewhere.Add(new SimulatedMove(
                    entry.Number,
                    entry.FormSlug,
                    entry.Competence,
                    entry.CommuneCog,
                    on,
                    await Named(before.HolderId, cancellationToken),
                    await Named(after.HolderId, cancellationToken),
                    after.Finding,
                    after.LegalAct));
            }
        }

        return new Simulation(entries.Count, entries.Count - elsewhere.Count, elsewhere);
    }

    /// <summary>The register with the file's assignments over it: one that is known (competence, holder, communes, first day) is replaced, so that it may end.</summary>
    private async Task<CompetenceRegister> Changed(CompetenceRegister register, string file, CancellationToken ct)
    {
        var folder = new SeedFolder(Path.GetDirectoryName(Path.GetFullPath(file))!, demo: false);
        var told = new List<Assignment>();
        foreach (var node in folder.File(Path.GetFileName(file))?.Items() ?? [])
        {
            var slug = node.OptionalText("holder") ?? "";
            var holder = await tenants.ByIdentifier(slug, ct);
            var seed = AssignmentSeed.Read(node, register.Competences.ContainsKey, _ => holder is not null, cog => register.Territory.Commune(cog) is not null);
            var each = AssignmentSeed.Levels.GetValueOrDefault(seed.Holder);
            told.Add(new Assignment(
                seed.Competence, holder?.Id, seed.Kind, seed.Communes.Count > 0 ? seed.Communes.ToFrozenSet() : null, seed.Since, seed.Until, seed.LegalAct, each));
        }

        if (folder.Errors.Count > 0)
        {
            throw new SeedException(folder.Errors);
        }

        var replaced = told.Select(Key).ToHashSet();
        return new CompetenceRegister(register.Competences, [.. register.Assignments.Where(assignment => !replaced.Contains(Key(assignment))), .. told], register.Territory);
    }

    private static (string, Guid?, AdministrationKind, string, DateOnly) Key(Assignment assignment) => (
        assignment.Competence,
        assignment.HolderId,
        assignment.HolderId is null ? assignment.Each : default,
        string.Join(' ', (assignment.Communes ?? []).Order(StringComparer.Ordinal)),
        assignment.Since);

    private async ValueTask<AdministrationInfo?> Named(Guid? id, CancellationToken ct) => id is { } known ? await tenants.ById(known, ct) : null;
}
