using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class WriteForm : StepForm
{
    public string? Message { get; set; }

    public override string? Typed => Message;
}

internal sealed class WriteToResidentPage(StepParts parts) : CaseStepPage<WriteForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new WriteToResident(Id, Form.Message), Parts.Texts["Le message est envoyé."], ct);
}
