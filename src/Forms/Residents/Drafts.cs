using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Model;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents;

/// <summary>A draft with the form it is of and what is asked in it now.</summary>
internal sealed record OpenDraft(Draft Draft, Reading Reading)
{
    /// <summary>Who is competent at the place that the draft names now; nobody, or several by mistake, are none.</summary>
    public Holder? Holder { get; init; }

    /// <summary>What the holder puts on top of the form; part of what is asked already.</summary>
    public FormOptions Options { get; init; } = FormOptions.None;

    public string CommuneCog => Reading.Commune(Draft.CommuneCog);
}

/// <summary>Finds and changes the present resident's draft of a form on this portal.</summary>
internal sealed class Drafts(TeleservicesDb db, FormShelf shelf, OfferShelf offers, IHolders holders, Current current, TimeProvider clock)
{
    private const int Attempts = 5;

    public async Task<Draft?> Find(string form, CancellationToken ct)
    {
        var portal = current.RequiredAdministration.Id;

        // What this page has read already is not read again: the commit says whether it was still the latest.
        return db.Drafts.Local.FirstOrDefault(draft => draft.FormSlug == form && draft.PortalId == portal && draft.ResidentId == current.Resident)
            ?? await shelf.Draft(db, form, portal, ct);
    }

    public async Task<OpenDraft?> Open(string form, CancellationToken ct) =>
        await Find(form, ct) is { } draft ? await Read(draft, ct) : null;

    private async Task<OpenDraft> Read(Draft draft, CancellationToken ct)
    {
        var definition = await shelf.Version(db, draft.FormSlug, draft.FormVersion, ct);
        var (answers, today) = (draft.Read(), clock.LegalToday());
        var open = new OpenDraft(draft, new Reading(definition, answers, today));
        var holder = await holders.Of(definition.Competence, open.CommuneCog, today, ct);
        var options = holder is null ? FormOptions.None : (await offers.Of(db, holder.Administration.Id, definition.Slug, ct)).Options;
        return open with { Reading = new Reading(options.On(definition), answers, today), Holder = holder, Options = options };
    }

    /// <summary>Changes the draft and commits; when another tab was faster, on top of what that one wrote.</summary>
    /// <param name="form">Slug of the form.</param>
    /// <param name="change">What to do; may run more than once. A refusal does not keep what was changed from being saved.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<T>> Change<T>(string form, Func<OpenDraft, Task<Result<T>>> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var open = await Open(form, ct) ?? throw new InvalidOperationException($"No draft of {form}.");
            var changed = await change(open);
            try
            {
                await db.SaveChangesAsync(ct);
                return changed;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The files of a draft by their identifiers; a form without a question for files has none, unless another administration was in charge before.</summary>
    public Task<Dictionary<Guid, Upload>> Uploads(OpenDraft open, CancellationToken ct) =>
        open.Reading.Form.AsksForFiles || open.Reading.Answers.Names.Any(ExtraPiece.IsKey) ? Uploads(open.Draft, ct) : Task.FromResult(new Dictionary<Guid, Upload>());

    /// <summary>The files that the answers name, to be shown; most drafts name none, and then nobody asks the store.</summary>
    public Task<Dictionary<Guid, Upload>> Named(OpenDraft open, CancellationToken ct) =>
        open.Reading.Answers.Names.Any(name => Guid.TryParse(open.Reading.Answers[name], out _)) ? Uploads(open, ct) : Task.FromResult(new Dictionary<Guid, Upload>());

    private Task<Dictionary<Guid, Upload>> Uploads(Draft draft, CancellationToken ct) =>
        db.Uploads.Where(upload => upload.DraftId == draft.Id).ToDictionaryAsync(upload => upload.Id, ct);

    /// <summary>Takes a draft away with its files; the commit is the caller's, and after it the bytes named here can go.</summary>
    public async Task<IReadOnlyList<Guid>> Remove(Draft draft, CancellationToken ct)
    {
        var uploads = (await Uploads(draft, ct)).Values;
        db.RemoveRange(uploads);
        db.Remove(draft);
        return [.. uploads.Select(upload => upload.FileId)];
    }
}
