using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class ReleaseForm : StepForm
{
    public string? Why { get; set; }

    public override string? Typed => Why;
}

internal sealed class ReleaseCasePage(StepParts parts) : CaseStepPage<ReleaseForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new ReleaseCase(Id, Form.Why, Form.Seen), Parts.Texts["Le dossier est remis dans la file."], ct);
}
