using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents;

/// <summary>A draft with the form it is of and what is asked in it now.</summary>
internal sealed record OpenDraft(Draft Draft, Reading Reading);

/// <summary>Finds the present resident's draft of a form on this portal.</summary>
internal sealed class Drafts(TeleservicesDb db, FormShelf shelf, Current current, TimeProvider clock)
{
    public Task<Draft?> Find(string form, CancellationToken ct) =>
        db.Drafts.SingleOrDefaultAsync(draft => draft.FormSlug == form && draft.PortalId == current.RequiredAdministration.Id, ct);

    public async Task<OpenDraft?> Open(string form, CancellationToken ct)
    {
        if (await Find(form, ct) is not { } draft)
        {
            return null;
        }

        var definition = await shelf.Version(db, draft.FormSlug, draft.FormVersion, ct);
        return new OpenDraft(draft, new Reading(definition, draft.Read(), clock.LegalToday()));
    }

    /// <summary>The files of a draft by their identifiers.</summary>
    public Task<Dictionary<Guid, Upload>> Uploads(Draft draft, CancellationToken ct) =>
        db.Uploads.Where(upload => upload.DraftId == draft.Id).ToDictionaryAsync(upload => upload.Id, ct);
}
