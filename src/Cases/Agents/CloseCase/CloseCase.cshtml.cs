using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class CloseForm : StepForm;

internal sealed class CloseCasePage(StepParts parts) : CaseStepPage<CloseForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new CloseCase(Id, Form.Seen), Parts.Texts["Le dossier est clos."], ct);
}
