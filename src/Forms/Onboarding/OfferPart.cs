using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Onboarding;

/// <summary>The e-services that residents of an administration will find, by the register of competences.</summary>
internal sealed class OfferPart(TeleservicesDb db, FormShelf shelf, IHolders holders, ITerritory territory, IStringLocalizer<Texts> texts, TimeProvider clock) : ITenantPart
{
    public int Order => 30;

    public async Task<IReadOnlyList<TenantLine>> Plan(Newcomer newcomer, IReadOnlyList<Newcomer> all, CancellationToken ct)
    {
        var forms = (await shelf.Newest(db, ct)).Values;
        if (newcomer.Communes is not [var cog, ..])
        {
            return [];
        }

        var found = holders.Foresee([.. forms.Select(form => form.Competence).Distinct()], cog, clock.LegalToday(), all);
        var levels = forms.Where(form => found.ContainsKey(form.Competence)).ToLookup(form => found[form.Competence]);
        if (newcomer.Administration.Kind != AdministrationKind.Commune)
        {
            return [Offer("forms.own", texts["{0} démarches", levels[newcomer.Administration.Kind].Count()])];
        }

        List<TenantLine> lines =
        [
            Offer("forms.commune", texts["{0} démarches de la commune", levels[AdministrationKind.Commune].Count()]),
            Offer("forms.epci", texts["{0} démarches de l’intercommunalité", levels[AdministrationKind.Epci].Count()]),
            Offer("forms.departement", texts["{0} démarches du département", levels[AdministrationKind.Departement].Count()]),
        ];
        var nobody = forms.Where(form => !found.ContainsKey(form.Competence)).Select(form => form.Title.ToString()).Order(StringComparer.CurrentCulture).ToList();
        if (nobody.Count > 0)
        {
            lines.Add(Offer("forms.nobody", texts["Sans titulaire sur la plateforme, donc pas proposées : {0}", string.Join(", ", nobody)]));
        }

        return lines;
    }

    public async Task<IReadOnlyList<TenantCheck>> Check(AdministrationInfo administration, CancellationToken ct)
    {
        var today = clock.LegalToday();
        var forms = (await shelf.Newest(db, ct)).Values.ToList();
        var communes = territory.ServedBy(administration.Id, today);
        var gaps = holders.Gaps([.. forms.Select(form => form.Competence).Distinct()], [.. communes], today);
        var checks = new List<TenantCheck>
        {
            communes.Count == 0
                ? new("coverage", false, texts["L’administration ne dessert aucune commune."], texts["Importez le territoire national, puis appliquez de nouveau le plan."])
                : gaps.Count == 0
                    ? new("coverage", true, texts["Chaque démarche a une administration compétente dans chaque commune ({0}).", communes.Count])
                    : new("coverage", false, texts["Compétences sans titulaire, ou à plusieurs : {0}.", string.Join(", ", gaps.Take(5).Select(gap => $"{gap.Competence} ({gap.Cog})"))], texts["Corrigez le registre des compétences."]),
        };
        var silent = await Unproducible(administration, forms, communes, today, ct);
        checks.Add(silent.Count == 0
            ? new("receipts", true, texts["Chaque accusé de réception peut porter toutes ses mentions (CRPA, art. R112-11-1)."])
            : new("receipts", false, texts["Mentions qui manqueraient aux accusés de réception : {0}.", string.Join(", ", silent)], texts["Complétez les coordonnées du service."]));
        return checks;
    }

    public async Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct)
    {
        await archive.Entities(db, "forms/settings", db.FormSettings.AsNoTracking().Where(row => row.AdministrationId == administration.Id).OrderBy(row => row.FormSlug).AsAsyncEnumerable(), ct);
        await archive.Entities(db, "forms/setting-changes", db.SettingChanges.AsNoTracking().OrderBy(row => row.FormSlug).ThenBy(row => row.Number).AsAsyncEnumerable(), ct);
    }

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        await db.SettingChanges.ExecuteDeleteAsync(ct);
        await db.FormSettings.Where(row => row.AdministrationId == administration.Id).ExecuteDeleteAsync(ct);
        await db.Touch(OfferShelf.Register, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The mentions of CRPA R112-5 and R112-11-1: service, telephone, postal and e-mail address, and what silence means under each form.</summary>
    private async Task<List<string>> Unproducible(
        AdministrationInfo administration, IEnumerable<FormDefinition> forms, IReadOnlySet<string> communes, DateOnly on, CancellationToken ct)
    {
        var contact = administration.Contact;
        var missing = new (string Name, string Value)[]
        {
            (texts["le service"], contact.Service), (texts["le téléphone"], contact.Phone), (texts["l’adresse postale"], contact.Address), (texts["l’adresse électronique"], contact.Email),
        }.Where(one => one.Value.Length == 0).Select(one => one.Name).ToList();
        foreach (var form in forms)
        {
            var (regime, delay) = (form.Silence.Regime, form.Silence.Months + form.Silence.Days);
            var isOurs = communes.FirstOrDefault() is { } cog && (await holders.Of(form.Competence, cog, on, ct))?.Administration.Id == administration.Id;
            if (isOurs && (form.TeamName.Fr.Length == 0 || (regime != Contracts.SilenceRegime.None && delay == 0)))
            {
                missing.Add(form.Title.ToString());
            }
        }

        return missing;
    }

    private static TenantLine Offer(string what, string text) => new(TenantLineKind.Offer, what, null, text);
}
