using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class MarkReadForm : StepForm;

internal sealed class MarkReadPage(StepParts parts) : CaseStepPage<MarkReadForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new MarkRead(Id, Form.Seen), Parts.Texts["Le message est marqué comme traité."], ct);
}
