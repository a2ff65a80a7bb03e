using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.StartDraft;

/// <summary>Begins filling in a form, or goes on where it was left.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Commune">The commune that it concerns; on a commune's portal it is that commune, unless the form is about a place.</param>
/// <param name="Afresh">Whether a draft that is there already is thrown away.</param>
[Unvalidated("slug and commune are looked up; what is not there is refused")]
internal sealed record StartDraft(string Form, string? Commune, bool Afresh) : ICommand<Draft>;

internal sealed class StartDraftHandler(
    TeleservicesDb db, FormShelf shelf, Drafts drafts, Places places, IFileStore store, Current current, IProfileOfResident profiles, TimeProvider clock)
    : ICommandHandler<StartDraft, Draft>
{
    public async Task<Result<Draft>> Handle(StartDraft command, CancellationToken ct)
    {
        var form = await shelf.Newest(db, command.Form, ct) ?? throw new InvalidOperationException($"No form {command.Form}.");
        var portal = current.RequiredAdministration;
        var known = await drafts.Find(command.Form, ct);
        if (known is not null && !command.Afresh)
        {
            return known;
        }

        var chosen = await places.Chosen(form, command.Commune, ct);
        if (chosen.Refusal is { } refusal)
        {
            return refusal with { Field = nameof(command.Commune) };
        }

        var commune = chosen.Value;
        form = await places.Offered(form, commune.Cog, ct);
        var discarded = known is null ? [] : await drafts.Remove(known, ct);

        var now = clock.GetUtcNow();
        var draft = new Draft
        {
            Id = Guid.NewGuid(),
            ResidentId = current.RequiredResident,
            PortalId = portal.Id,
            FormSlug = form.Slug,
            FormVersion = form.Version,
            CommuneCog = commune.Cog,
            StartedAt = now,
            RequestId = Guid.NewGuid(),
        };
        draft.Keep(await Prefilled(form, commune, ct), form.Pages[0].Name, now);
        db.Add(draft);
        db.Add(new DraftDeadline { DraftId = draft.Id, ResidentId = draft.ResidentId, LookAt = draft.ExpiresAt, FormSlug = form.Slug, CommuneCog = commune.Cog });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two clicks, two drafts of one form: the first one holds.
            db.ChangeTracker.Clear();
            if (await drafts.Find(command.Form, ct) is { } first)
            {
                return first;
            }

            throw;
        }

        await store.DeleteAll(discarded);
        return draft;
    }

    /// <summary>What the account knows, and the place that was just chosen, is shown, not asked.</summary>
    private async Task<AnswerSet> Prefilled(FormDefinition form, CommuneInfo commune, CancellationToken ct)
    {
        var answers = new AnswerSet();
        var profile = await profiles.Read(ct);
        SetPlace(answers, form.Fields.FirstOrDefault(field => field.Key == form.Place), commune, profile?.Address);
        if (profile is not null)
        {
            foreach (var field in form.Fields.Where(field => field.Type == FieldType.Identity))
            {
                answers.Set($"{field.Key}.title", profile.Civility ?? "");
                answers.Set($"{field.Key}.last_name", profile.LastName);
                answers.Set($"{field.Key}.first_names", profile.FirstName);
                answers.Set($"{field.Key}.email", profile.Email);
                answers.Set($"{field.Key}.phone", profile.Phone ?? "");
                answers.Set($"{field.Key}.street", profile.Address?.Street ?? "");
                answers.Set($"{field.Key}.complement", profile.Address?.Complement ?? "");
                answers.Set($"{field.Key}.postcode", profile.Address?.Postcode ?? "");
                answers.Set($"{field.Key}.commune", profile.Address?.City ?? "");
            }
        }

        return answers;
    }

    private static void SetPlace(AnswerSet answers, FieldDefinition? place, CommuneInfo commune, ResidentAddress? home)
    {
        if (place is { Type: FieldType.Commune })
        {
            answers.Set(place.Key, commune.Cog);
        }
        else if (place is { Type: FieldType.Address })
        {
            var address = home?.Cog == commune.Cog ? home : null;
            answers.Set($"{place.Key}.street", address?.Street ?? "");
            answers.Set($"{place.Key}.complement", address?.Complement ?? "");
            answers.Set($"{place.Key}.postcode", address?.Postcode ?? (commune.Postcodes is [var only] ? only : ""));
            answers.Set($"{place.Key}.commune", commune.Cog);
        }
    }
}
