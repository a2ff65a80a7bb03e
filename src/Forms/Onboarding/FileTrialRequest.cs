using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Contracts;
using Teleservices.Forms.Bus;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Onboarding;

/// <summary>
/// Files a request by itself with an administration that is not in service yet, so that the whole way is tried: bus, register, queue, acknowledgement.
/// It is erased with all that was tried when the administration goes live.
/// </summary>
/// <param name="Slug">The administration.</param>
[Unvalidated("the slug is looked up; what is not there is refused")]
public sealed record FileTrialRequest(string Slug) : ICommand<string>;

internal sealed class FileTrialRequestHandler(
    ITenantStore tenants, ITerritory territory, IHolders holders, FormShelf shelf, IServiceScopeFactory scopes, IStringLocalizer<Texts> texts, TimeProvider clock)
    : ICommandHandler<FileTrialRequest, string>
{
    public async Task<Result<string>> Handle(FileTrialRequest request, CancellationToken cancellationToken)
    {
        if (await tenants.ByIdentifier(request.Slug, cancellationToken) is not { } administration)
        {
            return new Refusal("Aucune administration ne s’appelle « {0} ».", request.Slug);
        }

        if (administration.State != AdministrationState.Sandbox)
        {
            return new Refusal("{0} n’est plus à l’essai : une demande d’essai se mêlerait aux vraies.", administration.Name);
        }

        if (administration.Contact.Email.Length == 0)
        {
            return new Refusal("Indiquez d’abord l’adresse électronique du service : elle reçoit les courriels de la demande d’essai.");
        }

        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<Current>();
        current.ActFor(administration);
        current.ActFor(TrialRequests.Nobody);
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var today = clock.LegalToday();
        var cog = administration.Kind == AdministrationKind.Commune ? administration.Cog : territory.ServedBy(administration.Id, today).Order(StringComparer.Ordinal).FirstOrDefault();
        foreach (var form in (await shelf.Newest(db, cancellationToken)).Values.OrderBy(form => form.Slug, StringComparer.Ordinal))
        {
            if (cog is not null && (await holders.Of(form.Competence, cog, today, cancellationToken))?.Administration.Id == administration.Id)
            {
                return await File(db, scope.ServiceProvider.GetRequiredService<Outbox>(), administration, form, cog, cancellationToken);
            }
        }

        return new Refusal("{0} n’est compétente pour aucune démarche : vérifiez le territoire et le registre des compétences.", administration.Name);
    }

    private async Task<string> File(TeleservicesDb db, Outbox outbox, AdministrationInfo administration, FormDefinition form, string cog, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var text = texts["Demande d’essai, envoyée par la plateforme pour vérifier l’acheminement. Ne la traitez pas : elle sera effacée à la mise en service."].Value;
        var content = new FiledContent(
            [new FiledSection(new Text("Demande d’essai", "Trial request"), [new FiledAnswer("trial", new Text("Objet", "Subject"), new Text(text))])], []);
        var told = new RequestFiled(
            Guid.CreateVersion7(now),
            RequestNumber.New(administration, now),
            TrialRequests.Nobody,
            new Applicant(texts["Demande d’essai"], administration.Contact.Email),
            new FiledForm(
                form.Slug, form.Version, new Text(form.Title.Fr, form.Title.En), form.Competence, form.Team, new Text(form.TeamName.Fr, form.TeamName.En), form.Silence, form.RetentionMonths),
            cog,
            now,
            content);
        var request = new Request
        {
            Id = told.RequestId,
            ResidentId = told.ResidentId,
            Number = told.Number,
            FormSlug = form.Slug,
            FormVersion = form.Version,
            TitleFr = form.Title.Fr,
            TitleEn = form.Title.En,
            PortalId = administration.Id,
            CommuneCog = cog,
            ApplicantEmail = administration.Contact.Email,
            Language = "fr",
            FiledAt = now,
            Content = JsonSerializer.Serialize(content),
            Told = Telling.Keep(told),
        };
        request.Move(RequestState.Filed, now);
        db.Add(request);
        db.Add(Receipt.Of(request));
        db.Add(new RequestEvent { Id = Guid.CreateVersion7(now), RequestId = request.Id, ResidentId = request.ResidentId, Kind = RequestEventKind.Filed, At = now, Details = "{}" });
        outbox.Publish(told);
        await db.SaveChangesAsync(ct);
        return told.Number;
    }
}
