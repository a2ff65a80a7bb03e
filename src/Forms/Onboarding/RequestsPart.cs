using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Onboarding;

/// <summary>The residents' side of what an administration holds, and the request that tries the whole way before residents come.</summary>
internal sealed class RequestsPart(TeleservicesDb db, IHolders holders, Current current, TrialRequests trials, IStringLocalizer<Texts> texts) : ITenantPart
{
    public int Order => 35;

    public async Task<IReadOnlyList<TenantCheck>> Check(AdministrationInfo administration, CancellationToken ct) => administration.State != AdministrationState.Sandbox ? [] :
    [
        await trials.Last(administration, ct) switch
        {
            { DeliveredAt: not null } trial => new TenantCheck("trial", true, texts["La demande d’essai {0} est arrivée.", trial.Number]),
            { } trial => new TenantCheck("trial", false, texts["La demande d’essai {0} est partie, elle n’est pas encore arrivée.", trial.Number], texts["Attendez quelques secondes et vérifiez de nouveau ; sinon, regardez l’acheminement."]),
            null => new TenantCheck("trial", false, texts["Aucune demande d’essai n’a fait le trajet."], texts["Lancez-en une."]),
        },
    ];

    /// <summary>Requests that it holds, with their receipts, timelines and uploads, and drafts begun on its portal: each in the name of whose it is.</summary>
    public async Task Empty(AdministrationInfo administration, ICollection<Guid> files, CancellationToken ct)
    {
        foreach (var theirs in (await holders.HeldBy(db, administration.Id, ct)).GroupBy(held => held.ResidentId))
        {
            current.ActFor(theirs.Key);
            foreach (var some in theirs.Select(held => held.RequestId).Chunk(100))
            {
                await Forget(some, files, ct);
            }
        }

        foreach (var resident in await db.DraftDeadlines.Select(deadline => deadline.ResidentId).Distinct().ToListAsync(ct))
        {
            current.ActFor(resident);
            await ForgetDrafts(administration.Id, files, ct);
        }
    }

    private async Task Forget(Guid[] requests, ICollection<Guid> files, CancellationToken ct)
    {
        foreach (var file in await db.Uploads.Where(upload => upload.RequestId != null && requests.Contains(upload.RequestId.Value)).Select(upload => upload.FileId).ToListAsync(ct))
        {
            files.Add(file);
        }

        await db.Uploads.Where(upload => upload.RequestId != null && requests.Contains(upload.RequestId.Value)).ExecuteDeleteAsync(ct);
        await db.RequestEvents.Where(line => requests.Contains(line.RequestId)).ExecuteDeleteAsync(ct);
        await db.Receipts.Where(receipt => requests.Contains(receipt.RequestId)).ExecuteDeleteAsync(ct);
        await db.Requests.Where(request => requests.Contains(request.Id)).ExecuteDeleteAsync(ct);
    }

    private async Task ForgetDrafts(Guid portal, ICollection<Guid> files, CancellationToken ct)
    {
        var drafts = await db.Drafts.Where(draft => draft.PortalId == portal).Select(draft => draft.Id).ToListAsync(ct);
        if (drafts.Count == 0)
        {
            return;
        }

        foreach (var file in await db.Uploads.Where(upload => upload.DraftId != null && drafts.Contains(upload.DraftId.Value)).Select(upload => upload.FileId).ToListAsync(ct))
        {
            files.Add(file);
        }

        await db.Uploads.Where(upload => upload.DraftId != null && drafts.Contains(upload.DraftId.Value)).ExecuteDeleteAsync(ct);
        await db.DraftDeadlines.Where(deadline => drafts.Contains(deadline.DraftId)).ExecuteDeleteAsync(ct);
        await db.Drafts.Where(draft => drafts.Contains(draft.Id)).ExecuteDeleteAsync(ct);
    }
}
