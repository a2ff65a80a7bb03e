using Microsoft.Extensions.Localization;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

/// <summary>Whom a case can be passed on to: who is competent by the register, who serves the commune, and any other administration by its name.</summary>
internal sealed class Candidates(IHolders holders, ITerritory territory, ITenantStore tenants, Current current, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>The choice that says: none of these, but the one that I name.</summary>
    public static readonly Guid Another = Guid.Empty;

    /// <summary>More than these nobody reads: then one types more of the name.</summary>
    private const int Most = 20;

    /// <summary>The competent one as the register has it first, then the others who serve the commune.</summary>
    /// <param name="competence">Code, or nothing.</param>
    /// <param name="communeCog">The commune that the request is about.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Choice>> For(string competence, string communeCog, CancellationToken ct)
    {
        var today = clock.LegalToday();
        var (own, candidates) = (current.RequiredAdministration.Id, new List<Choice>());
        var competent = competence.Length == 0 ? null : await holders.Of(competence, communeCog, today, ct);
        if (competent is { Administration: var holder } && holder.Id != own)
        {
            candidates.Add(new Choice(holder.Id.ToString(), holder.Name, texts["Compétente d’après le registre : {0}.", competent.LegalAct]));
        }

        foreach (var serving in territory.Serving(communeCog, today).Where(one => one.AdministrationId != own && one.AdministrationId != competent?.Administration.Id))
        {
            candidates.Add(new Choice(serving.AdministrationId.ToString(), (await tenants.ById(serving.AdministrationId, ct))!.Name));
        }

        return candidates;
    }

    /// <summary>An administration of the platform, or nothing.</summary>
    public ValueTask<AdministrationInfo?> Known(Guid id, CancellationToken ct) => tenants.ById(id, ct);

    /// <summary>The administrations of the platform that a typed name can mean, the whole name before parts of it.</summary>
    public async Task<IReadOnlyList<AdministrationInfo>> Named(string typed, CancellationToken ct)
    {
        var words = CommuneByName.Folded(typed);
        if (words.Length < 2)
        {
            return [];
        }

        var found = (await tenants.All(ct))
            .Where(one => one.Id != current.RequiredAdministration.Id && one.State != AdministrationState.Leaving)
            .Select(one => (Administration: one, Name: CommuneByName.Folded(one.Name)))
            .Where(one => one.Name.Contains(words, StringComparison.Ordinal)).ToList();
        return found.Where(one => one.Name == words).Select(one => one.Administration).ToList() is [var exact]
            ? [exact]
            : [.. found.Select(one => one.Administration).OrderBy(one => one.Name, StringComparer.CurrentCulture).Take(Most)];
    }

    /// <summary>Why what was typed names nobody yet.</summary>
    public static Refusal Unclear(string typed, int found) => found == 0
        ? new Refusal("Aucune administration de la plateforme ne s’appelle « {0} ». Vérifiez le nom, ou écrivez-en une partie.", typed.Trim()) { Field = nameof(HandOverForm.Other) }
        : new Refusal("Plusieurs administrations portent ce nom : choisissez-en une dans la liste.") { Field = nameof(HandOverForm.To) };
}
