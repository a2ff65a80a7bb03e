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
    private readonly List<AssignmentSeed> read = [];

    public int Order => 21;

    public void Read(SeedFolder folder)
    {
        foreach (var node in folder.File("assignments.yaml")?.Items() ?? [])
        {
            var seed = AssignmentSeed.Read(
                node,
                competence => folder.Declared("competence", competence) is not null,
                holder => folder.Declared("administration", holder) is not null,
                cog => folder.Declared("commune", cog) is not null);
            folder.Declare("assignment", seed.ToString(), node);
            read.Add(seed);
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var ids = (await tenants.All(ct)).ToDictionary(administration => administration.Identifier, administration => administration.Id);
        var known = (await db.CompetenceAssignments.ToListAsync(ct))
            .ToDictionary(row => (row.Competence, row.HolderId, Each: row.HolderId is null ? row.Each : default, string.Join(' ', row.Communes), row.Since));
        foreach (var told in read)
        {
            Guid? holder = AssignmentSeed.Levels.TryGetValue(told.Holder, out var each) ? null : ids[told.Holder];
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
}
