using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

internal sealed class HandOverForm : StepForm
{
    public Guid? To { get; set; }

    public string? Reason { get; set; }

    /// <summary>The competent one as the register has it first, then the others who serve the commune.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Candidates { get; set; } = [];

    public override string? Typed => Reason;
}

internal sealed class HandOverCasePage(StepParts parts, IHolders holders, ITerritory territory, ITenantStore tenants, Current current, TimeProvider clock)
    : CaseStepPage<HandOverForm>(parts)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await base.OnGetAsync(ct);
        await Fill(ct);
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Take(
            new HandOverCase(Id, Form.To, Form.Reason, Form.Seen),
            Parts.Texts["Le dossier est transmis. Le demandeur est prévenu."],
            ct,
            async () => await NextCase(ct) is { } next ? CaseLinks.Case(next.Id) : CaseLinks.Queue);
        await Fill(ct);
        return answer;
    }

    private async Task Fill(CancellationToken ct)
    {
        if (Head is not { Case: var found })
        {
            return;
        }

        var today = clock.LegalToday();
        var (own, candidates) = (current.RequiredAdministration.Id, new List<Choice>());
        var competent = found.Competence.Length == 0 ? null : await holders.Of(found.Competence, found.CommuneCog, today, ct);
        if (competent is { Administration: var holder } && holder.Id != own)
        {
            candidates.Add(new Choice(holder.Id.ToString(), holder.Name, Parts.Texts["Compétente d’après le registre : {0}.", competent.LegalAct]));
            Form.To ??= holder.Id;
        }

        foreach (var serving in territory.Serving(found.CommuneCog, today).Where(one => one.AdministrationId != own && one.AdministrationId != competent?.Administration.Id))
        {
            candidates.Add(new Choice(serving.AdministrationId.ToString(), (await tenants.ById(serving.AdministrationId, ct))!.Name));
        }

        Form.Candidates = candidates;
    }
}
