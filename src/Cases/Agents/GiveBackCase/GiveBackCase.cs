using FluentValidation;
using Teleservices.Cases.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Another administration passed the case on, and this one is not competent either: gives it back.</summary>
internal sealed record GiveBackCase(Guid CaseId, string? Reason, int Seen) : ICaseStep;

internal sealed class GiveBackCaseValidator : AbstractValidator<GiveBackCase>
{
    public GiveBackCaseValidator() =>
        RuleFor(command => command.Reason).MaximumLength(Case.ReasonLength).WithMessage("2 000 caractères au plus.");
}

internal sealed class GiveBackCaseHandler(HomeDb db, Desk desk, HomeOutbox outbox, CaseFileReader files, TimeProvider clock) : ICommandHandler<GiveBackCase, Done>
{
    public async Task<Result<Done>> Handle(GiveBackCase request, CancellationToken cancellationToken)
    {
        var (found, now) = (await desk.Case(request.CaseId, cancellationToken), clock.GetUtcNow());
        if (found.GiveBack(desk.Me, request.Reason, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        outbox.Publish(await files.Read(found, null, request.Reason!, now, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
