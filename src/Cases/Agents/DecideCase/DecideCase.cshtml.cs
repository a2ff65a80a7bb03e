using Microsoft.AspNetCore.Mvc;
using Teleservices.Contracts;

namespace Teleservices.Cases.Agents;

internal sealed class DecideForm : StepForm
{
    public CaseOutcome? Outcome { get; set; }

    public string? Reason { get; set; }

    /// <summary>Opens the next case afterwards, if there is one.</summary>
    public bool GoOn { get; set; }

    public override string? Typed => Reason;
}

internal sealed class DecideCasePage(StepParts parts) : CaseStepPage<DecideForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Take(
        new DecideCase(Id, Form.Outcome, Form.Reason, Form.Seen),
        Parts.Texts["Votre réponse est envoyée."],
        ct,
        async () => Form.GoOn && await NextCase(ct) is { } next ? CaseLinks.Case(next.Id) : CaseLinks.Case(Id));
}
