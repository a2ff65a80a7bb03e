using FluentValidation;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Answers the request.</summary>
internal sealed record DecideCase(Guid CaseId, CaseOutcome? Outcome, string? Reason, int Seen) : ICaseStep;

internal sealed class DecideCaseValidator : AbstractValidator<DecideCase>
{
    public DecideCaseValidator()
    {
        RuleFor(command => command.Outcome).NotNull().WithMessage("Choisissez une réponse.");
        RuleFor(command => command.Outcome).IsInEnum().WithMessage("Choisissez une réponse.");
        RuleFor(command => command.Reason).MaximumLength(4000).WithMessage("4 000 caractères au plus.");
    }
}

internal sealed class DecideCaseHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock) : ICommandHandler<DecideCase, Done>
{
    public async Task<Result<Done>> Handle(DecideCase request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        var (now, outcome) = (clock.GetUtcNow(), request.Outcome!.Value);
        if (found.Decide(desk.Me, outcome, request.Reason, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        outbox.Publish(new CaseDecided(
            found.RequestId, found.LastEvent.Id, await desk.Sign(found, cancellationToken), outcome, found.Reason!, now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
