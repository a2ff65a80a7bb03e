using FluentValidation;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Asks the resident for information or pieces until a day (CRPA L114-5).</summary>
internal sealed record AskForPieces(Guid CaseId, string? Missing, DateOnly? DueOn, int Seen) : ICaseStep;

internal sealed class AskForPiecesValidator : AbstractValidator<AskForPieces>
{
    public AskForPiecesValidator()
    {
        RuleFor(command => command.Missing).NotEmpty().WithMessage("Dites ce qui manque.");
        RuleFor(command => command.Missing).MaximumLength(PiecesRequest.MaxLength).WithMessage("4 000 caractères au plus.");
        RuleFor(command => command.DueOn).NotNull().WithMessage("Donnez une date limite, par exemple 27 3 2027.");
    }
}

internal sealed class AskForPiecesHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock) : ICommandHandler<AskForPieces, Done>
{
    public async Task<Result<Done>> Handle(AskForPieces request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        var (now, dueOn) = (clock.GetUtcNow(), request.DueOn!.Value);
        if (found.Ask(desk.Me, request.Missing!, dueOn, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        var wish = found.Wishes[^1];
        outbox.Publish(new PiecesRequested(
            found.RequestId, wish.Id, await desk.Sign(found, cancellationToken), wish.Body, dueOn, found.SilenceOn, now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
