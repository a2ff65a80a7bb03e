using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Onboarding;

/// <summary>What the ledger and the register of competences know of an administration.</summary>
internal sealed class LedgerPart(TeleservicesDb db, Registers registers) : ITenantPart
{
    private const int Some = 500;

    public int Order => 15;

    public async Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct)
    {
        await archive.Entities(
            db, "ledger", db.WholeLedger.AsNoTracking().Where(entry => entry.HolderId == administration.Id).OrderBy(entry => entry.RequestId).AsAsyncEnumerable(), ct);
        await archive.Entities(
            db, "competences", db.CompetenceAssignments.AsNoTracking().Where(one => one.HolderId == administration.Id).OrderBy(one => one.Competence).ThenBy(one => one.Since).AsAsyncEnumerable(), ct);
    }

    public async Task Empty(AdministrationInfo administration, ICollection<Guid> files, CancellationToken ct)
    {
        var requests = await db.WholeLedger.Where(entry => entry.HolderId == administration.Id).Select(entry => entry.RequestId).ToListAsync(ct);
        foreach (var some in requests.Chunk(Some))
        {
            db.RemoveRange(await db.Set<Model.LedgerAction>().Where(action => action.RequestId != null && some.Contains(action.RequestId.Value)).ToListAsync(ct));
            db.RemoveRange(await db.WholeLedger.AsTracking().Where(entry => some.Contains(entry.RequestId)).ToListAsync(ct));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        var held = await db.CompetenceAssignments.Where(one => one.HolderId == administration.Id).ToListAsync(ct);
        if (held.Count > 0)
        {
            db.RemoveRange(held);
            await db.Touch(Registers.Name, ct);
            await db.SaveChangesAsync(ct);
            registers.Forget();
        }
    }
}
