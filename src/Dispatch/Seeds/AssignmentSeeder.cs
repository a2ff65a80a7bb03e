using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Seeds;

/// <summary>Reads <c>assignments.yaml</c>. An assignment is known again by competence, holder, communes and first day.</summary>
internal sealed class AssignmentSeeder(TeleservicesDb db, ITenantStore tenants, Registers registers) : ISeeder
{
    private static readonly Dictionary<string, AdministrationKind> Levels = new()
    {
        ["each-commune"] = AdministrationKind.Commune,
        ["each-epci"] = AdministrationKind.Epci,
        ["each-departement"] = AdministrationKind.Departement,
    };

    private readonly List<AssignmentSeed> read = [];

    public int Order => 21;

    public void Read(SeedFolder folder)
    {
        foreach (var node in folder.File("assignments.yaml")?.Items() ?? [])
        {
            read.Add(ReadOne(folder, node));
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var ids = (await tenants.All(ct)).ToDictionary(administration => administration.Identifier, administration => administration.Id);
        var known = (await db.CompetenceAssignments.ToListAsync(ct))
            .ToDictionary(row => (row.Competence, row.HolderId, Each: row.HolderId is null ? row.Each : default, string.Join(' ', row.Communes), row.Since));
        foreach (var told in read)
        {
            Guid? holder = Levels.TryGetValue(told.Holder, out var each) ? null : ids[told.Holder];
            var row = known.GetValueOrDefault((told.Competence, holder, each, string.Join(' ', told.Communes), told.Since))
                ?? db.CompetenceAssignments.Add(new CompetenceAssignment
                {
                    Competence = told.Competence,
                    HolderId = holder,
                    Each = each,
                    Communes = told.Communes,
                    Since = told.Since,
                }).Entity;
            row.Describe(told.Kind, told.Until, told.LegalAct, told.Note);
        }

        var summary = db.SummaryOf<CompetenceAssignment>("competence assignments", read.Count);
        await db.Touch(Registers.Name, ct);
        await db.SaveChangesAsync(ct);
        registers.Forget();
        return summary;
    }

    private static AssignmentSeed ReadOne(SeedFolder folder, SeedNode node)
    {
        var competence = node.Text("competence");
        if (competence.Length > 0 && folder.Declared("competence", competence) is null)
        {
            node.Optional("competence")?.Mistake($"competence '{competence}' is not in competences.yaml");
        }

        var holder = node.Text("holder");
        if (holder.Length > 0 && !Levels.ContainsKey(holder) && folder.Declared("administration", holder) is null)
        {
            node.Optional("holder")?.Mistake($"holder '{holder}' is neither an administration of administrations.yaml nor one of {string.Join(", ", Levels.Keys)}");
        }

        var communes = node.List("communes");
        foreach (var cog in communes.Where(cog => folder.Declared("commune", cog.Value) is null))
        {
            cog.Mistake($"commune '{cog.Value}' is not in territories.yaml");
        }

        var (since, until) = (node.Date("since"), node.OptionalDate("until"));
        if (until <= since)
        {
            node.Optional("until")?.Mistake("'until' is the first day after the end, so it comes after 'since'");
        }

        var seed = new AssignmentSeed(
            competence, holder, node.Choice<AssignmentKind>("kind"), [.. communes.Select(cog => cog.Value).Order(StringComparer.Ordinal)], since, until, node.Text("legal_act"), node.OptionalText("note"));
        folder.Declare("assignment", $"{competence} to {holder} since {since:yyyy-MM-dd} for {(communes.Count == 0 ? "its territory" : string.Join(", ", seed.Communes))}", node);
        return seed;
    }

    private sealed record AssignmentSeed(
        string Competence, string Holder, AssignmentKind Kind, IReadOnlyList<string> Communes, DateOnly Since, DateOnly? Until, string LegalAct, string? Note);
}
