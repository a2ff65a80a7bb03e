using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class TakeForm : StepForm;

internal sealed class TakeCasePage(StepParts parts) : CaseStepPage<TakeForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new TakeCase(Id), Parts.Texts["Vous suivez ce dossier."], ct);
}
