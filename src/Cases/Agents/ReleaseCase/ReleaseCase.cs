using FluentValidation;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Nobody looks after this case any more; a colleague may take it.</summary>
internal sealed record ReleaseCase(Guid CaseId, string? Why, int Seen) : ICaseStep;

internal sealed class ReleaseCaseValidator : AbstractValidator<ReleaseCase>
{
    public ReleaseCaseValidator() =>
        RuleFor(command => command.Why).MaximumLength(1000).WithMessage("1 000 caractères au plus.");
}

internal sealed class ReleaseCaseHandler(HomeDb db, Desk desk, TimeProvider clock) : ICommandHandler<ReleaseCase, Done>
{
    public async Task<Result<Done>> Handle(ReleaseCase request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        if (found.Release(desk.Me, request.Why, request.Seen, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
