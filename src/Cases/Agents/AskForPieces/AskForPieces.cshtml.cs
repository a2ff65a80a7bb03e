using Microsoft.AspNetCore.Mvc;
using Teleservices.Cases.Model;

namespace Teleservices.Cases.Agents;

internal sealed class AskForm : StepForm
{
    /// <summary>Days that the form proposes.</summary>
    public const int UsualDays = 15;

    public string? Missing { get; set; }

    public DateOnly? DueOn { get; set; }

    public override string? Typed => Missing;
}

internal sealed class AskForPiecesPage(StepParts parts, TimeProvider clock) : CaseStepPage<AskForm>(parts)
{
    public override Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.DueOn = clock.Today().AddDays(AskForm.UsualDays);
        return base.OnGetAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Take(
        new AskForPieces(Id, Form.Missing, Form.DueOn, Form.Seen),
        Parts.Texts["La demande d’informations est envoyée."],
        ct);
}
