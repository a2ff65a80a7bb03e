using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class GiveBackForm : StepForm
{
    public string? Reason { get; set; }

    public override string? Typed => Reason;
}

internal sealed class GiveBackCasePage(StepParts parts) : CaseStepPage<GiveBackForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Take(
        new GiveBackCase(Id, Form.Reason, Form.Seen),
        Parts.Texts["Le dossier est rendu. Le demandeur est prévenu."],
        ct,
        async () => await NextCase(ct) is { } next ? CaseLinks.Case(next.Id) : CaseLinks.Queue);
}
