using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Tells the services on both sides; residents hear of it with their own request.</summary>
internal sealed class TransferLetters(TeleservicesDb db, Mailer mailer, ITenantStore tenants, Registers registers, IStringLocalizer<Texts> texts)
{
    /// <summary>It will be so; part of the caller's commit.</summary>
    public void Scheduled(CompetenceTransfer transfer, PlannedTransfer plan)
    {
        foreach (var service in plan.Places.SelectMany(place => new[] { place.From, place.To }).OfType<AdministrationInfo>().DistinctBy(one => one.Id))
        {
            Write(service, texts["Transfert de compétence le {0} : {1}", transfer.On.Spoken(), plan.Label.ToString()], texts[
                "Le {0}, la compétence « {1} » passe à {2} ({3}). Ce jour-là, le catalogue change et les dossiers ouverts suivent avec leurs pièces, leurs échanges et leur délai ; les demandeurs en sont avertis. Dossiers ouverts aujourd’hui : {4}.",
                transfer.On.Spoken(),
                plan.Label.ToString(),
                plan.To?.Name ?? texts["chaque commune"].Value,
                transfer.LegalAct,
                plan.Places.Sum(place => place.OpenRequests)]);
        }
    }

    /// <summary>It is so; part of the caller's commit.</summary>
    public async Task Finished(CompetenceTransfer transfer, CancellationToken ct)
    {
        var rows = await db.TransferredRequests.AsNoTracking().Where(row => row.TransferId == transfer.Id).ToListAsync(ct);
        var label = registers.Current.Competences[transfer.Competence].ToString();
        foreach (var id in rows.SelectMany(row => new[] { row.FromId, row.ToId }).Distinct())
        {
            if (await tenants.ById(id, ct) is { } service)
            {
                var mine = rows.Where(row => row.FromId == id || row.ToId == id).ToList();
                Write(service, texts["Transfert de compétence terminé : {0}", label], texts[
                    "Le transfert de la compétence « {0} » est terminé. Dossiers transférés : {1} ; restés parce qu’ils avaient déjà une réponse : {2} ; déjà transmis autrement : {3}.",
                    label,
                    mine.Count(row => row.Outcome == TransferOutcome.Moved),
                    mine.Count(row => row.Outcome == TransferOutcome.StayedAnswered),
                    mine.Count(row => row.Outcome == TransferOutcome.StayedElsewhere)]);
            }
        }
    }

    private void Write(AdministrationInfo service, string subject, string body)
    {
        if (service.Contact.Email.Length > 0)
        {
            mailer.Write(service.Contact.Email, subject, $"{texts["Bonjour,"]}\n\n{body}\n");
        }
    }
}
