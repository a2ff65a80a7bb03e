using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Bus;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.FileRequest;

/// <summary>Files a draft: request, receipt and message to the bus in one commit (CRPA L112-8, L112-11).</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Key">Of the check page that was shown: a second press of the same button files nothing and gives the same receipt.</param>
/// <param name="Saves">State of the draft that the page showed: only what was read over is filed.</param>
[Unvalidated("the answers are checked against the form's own definition")]
internal sealed record FileRequest(string Form, Guid Key, int Saves) : ICommand<Guid>;

internal sealed class FileRequestHandler(
    TeleservicesDb db, Drafts drafts, ITerritory territory, IProfileOfResident profiles, Current current, ResidentMail mail, Outbox outbox, IFileStore store, TimeProvider clock)
    : ICommandHandler<FileRequest, Guid>
{
    private static readonly Refusal ReadAgain = new Refusal("Vos réponses ont changé depuis que cette page a été affichée : relisez-les, puis envoyez");

    public async Task<Result<Guid>> Handle(FileRequest command, CancellationToken ct)
    {
        if (await db.Requests.AnyAsync(request => request.Id == command.Key, ct))
        {
            return command.Key;
        }

        if (await drafts.Open(command.Form, ct) is not { } open || open.Draft.RequestId != command.Key)
        {
            return new Refusal("Ce brouillon n’existe plus. Vérifiez dans « Vos demandes » si votre demande est déjà envoyée.");
        }

        var (draft, reading) = open;
        if (draft.Saves != command.Saves)
        {
            return ReadAgain;
        }

        var checking = new Checking(reading, territory);
        if (reading.Pages.FirstOrDefault(page => checking.Page(page).Count > 0) is { } incomplete)
        {
            return new Refusal("Il manque des réponses à la page « {0} » : modifiez-la avant d’envoyer", incomplete.Title);
        }

        if (Closed(open) is { } closed)
        {
            return new Refusal("{0} ne reçoit plus de demandes sur cette plateforme : adressez-vous à elle directement", closed.Name);
        }

        var unused = await File(open, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault)
        {
            // The same key at the same moment, from a double click: the other one has filed it. Or the draft was changed meanwhile.
            db.ChangeTracker.Clear();
            if (await db.Requests.AnyAsync(request => request.Id == command.Key, ct))
            {
                return command.Key;
            }

            if (fault is DbUpdateConcurrencyException)
            {
                return ReadAgain;
            }

            throw;
        }

        Signals.RequestsFiled.Add(1);
        await store.DeleteAll(unused);
        return command.Key;
    }

    /// <summary>The portal, or whoever is competent, when it is leaving the platform.</summary>
    private AdministrationInfo? Closed(OpenDraft open) =>
        new[] { current.RequiredAdministration, open.Holder?.Administration }.FirstOrDefault(one => one is { State: AdministrationState.Leaving });

    /// <returns>Files of questions that are not asked any more: they are not filed, and their bytes can go after the commit.</returns>
    private async Task<IReadOnlyList<Guid>> File(OpenDraft open, CancellationToken ct)
    {
        var (draft, reading) = open;
        var now = clock.GetUtcNow();
        var form = reading.Form;
        var uploads = await drafts.Uploads(open, ct);
        var filing = new Filing(reading, territory, uploads);
        var content = filing.Content(open.Options.Prices);
        var applicant = await Applicant(reading, filing, ct);
        var told = new RequestFiled(
            draft.RequestId,
            RequestNumber.New(current.RequiredAdministration, now),
            draft.ResidentId,
            applicant,
            new FiledForm(
                form.Slug, form.Version, Of(form.Title), form.Competence, form.Team, Of(form.TeamName), form.Silence, form.RetentionMonths),
            open.CommuneCog,
            now,
            content);
        var request = new Request
        {
            Id = draft.RequestId,
            ResidentId = draft.ResidentId,
            Number = told.Number,
            FormSlug = form.Slug,
            FormVersion = form.Version,
            TitleFr = form.Title.Fr,
            TitleEn = form.Title.En,
            PortalId = draft.PortalId,
            CommuneCog = told.CommuneCog,
            ApplicantEmail = applicant.Email,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr",
            FiledAt = now,
            Content = JsonSerializer.Serialize(content),
            Told = Telling.Keep(told),
        };
        request.Move(RequestState.Filed, now);
        db.Add(request);
        db.Add(Receipt.Of(request));
        db.Add(new RequestEvent
        {
            Id = Guid.CreateVersion7(now),
            RequestId = request.Id,
            ResidentId = request.ResidentId,
            Kind = RequestEventKind.Filed,
            At = now,
            Details = "{}",
        });
        var filed = content.Pieces.Select(piece => piece.Id).ToHashSet();
        foreach (var upload in uploads.Values.Where(upload => filed.Contains(upload.FileId)))
        {
            (upload.DraftId, upload.RequestId) = (null, request.Id);
        }

        var unused = uploads.Values.Where(upload => !filed.Contains(upload.FileId)).ToList();
        db.RemoveRange(unused);
        db.Remove(draft);
        outbox.Publish(told);
        await mail.Write(request, current.RequiredAdministration, "Votre demande est enregistrée : nous l’avons reçue le {0}. Votre récépissé est sur sa page.", ct, now);
        return [.. unused.Select(upload => upload.FileId)];
    }

    private async Task<Applicant> Applicant(Reading reading, Filing filing, CancellationToken ct)
    {
        var profile = await profiles.Read(ct) ?? throw new InvalidOperationException("A request is filed by somebody who is signed in.");
        if (reading.Pages.SelectMany(reading.Fields).FirstOrDefault(field => field.Type == FieldType.Identity) is { Key: var key })
        {
            var answers = reading.Answers;
            return new Applicant(
                $"{answers[$"{key}.first_names"]} {answers[$"{key}.last_name"]}",
                answers[$"{key}.email"],
                Checking.Phone(answers[$"{key}.phone"]),
                filing.Postal(key));
        }

        var address = profile.Address is { } at ? $"{at.Street}, {at.Postcode} {at.City}" : null;
        return new Applicant($"{profile.FirstName} {profile.LastName}", profile.Email, profile.Phone, address);
    }

    private static Text Of(Wording wording) => new(wording.Fr, wording.En);
}
