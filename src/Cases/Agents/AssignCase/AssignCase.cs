using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>That agent looks after this case.</summary>
internal sealed record AssignCase(Guid CaseId, Guid? To, string? Why, int Seen) : ICaseStep;

internal sealed class AssignCaseValidator : AbstractValidator<AssignCase>
{
    public AssignCaseValidator()
    {
        RuleFor(command => command.To).NotEmpty().WithMessage("Choisissez à qui confier le dossier.");
        RuleFor(command => command.Why).MaximumLength(1000).WithMessage("1 000 caractères au plus.");
    }
}

internal sealed class AssignCaseHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock) : ICommandHandler<AssignCase, Done>
{
    public async Task<Result<Done>> Handle(AssignCase request, CancellationToken cancellationToken)
    {
        if (await db.Agents.AsNoTracking().SingleOrDefaultAsync(agent => agent.AccountId == request.To, cancellationToken) is not { } to)
        {
            return new Refusal("Cette personne n’est pas agent de votre administration.") { Field = nameof(AssignCase.To) };
        }

        var found = await desk.Case(request.CaseId, cancellationToken);
        var now = clock.GetUtcNow();
        if (found.AssignTo(to, desk.Me, request.Why, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        outbox.Publish(new CaseAssigned(found.RequestId, found.LastEvent.Id, await desk.Sign(to, found, cancellationToken), now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
