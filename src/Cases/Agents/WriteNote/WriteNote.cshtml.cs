using Microsoft.AspNetCore.Mvc;

namespace Teleservices.Cases.Agents;

internal sealed class NoteForm : StepForm
{
    public string? Note { get; set; }

    public override string? Typed => Note;
}

internal sealed class WriteNotePage(StepParts parts) : CaseStepPage<NoteForm>(parts)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Take(new WriteNote(Id, Form.Note), Parts.Texts["La note est ajoutée."], ct);
}
