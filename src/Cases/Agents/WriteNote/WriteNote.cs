using FluentValidation;
using Teleservices.Cases.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Leaves a word for colleagues. Nothing is published: a note never leaves the administration.</summary>
internal sealed record WriteNote(Guid CaseId, string? Note) : ICaseStep;

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator()
    {
        RuleFor(command => command.Note).NotEmpty().WithMessage("Écrivez votre note.");
        RuleFor(command => command.Note).MaximumLength(InternalNote.MaxLength).WithMessage("4 000 caractères au plus.");
    }
}

internal sealed class WriteNoteHandler(HomeDb db, Desk desk, TimeProvider clock) : ICommandHandler<WriteNote, Done>
{
    public async Task<Result<Done>> Handle(WriteNote request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        found.Note(desk.Me, request.Note!, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
