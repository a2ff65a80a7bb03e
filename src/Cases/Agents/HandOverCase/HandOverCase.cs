using FluentValidation;
using Teleservices.Cases.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>This administration is not competent: passes the case on to the one that is (CRPA L114-2).</summary>
internal sealed record HandOverCase(Guid CaseId, Guid? To, string? Reason, int Seen) : ICaseStep;

internal sealed class HandOverCaseValidator : AbstractValidator<HandOverCase>
{
    public HandOverCaseValidator()
    {
        RuleFor(command => command.To).NotNull().WithMessage("Choisissez une administration.");
        RuleFor(command => command.Reason).MaximumLength(Case.ReasonLength).WithMessage("2 000 caractères au plus.");
    }
}

internal sealed class HandOverCaseHandler(
    HomeDb db, Desk desk, HomeOutbox outbox, CaseFileReader files, ITenantStore tenants, Current current, TimeProvider clock) : ICommandHandler<HandOverCase, Done>
{
    public async Task<Result<Done>> Handle(HandOverCase request, CancellationToken cancellationToken)
    {
        var (to, now) = (request.To!.Value, clock.GetUtcNow());
        if (to == current.RequiredAdministration.Id || await tenants.ById(to, cancellationToken) is not { } target)
        {
            return new Refusal("Choisissez une autre administration.") { Field = nameof(request.To) };
        }

        if (target.State == AdministrationState.Leaving)
        {
            return new Refusal("{0} ne reçoit plus de demandes sur cette plateforme : choisissez une autre administration.", target.Name) { Field = nameof(request.To) };
        }

        var found = await desk.Case(request.CaseId, cancellationToken);
        if (found.HandOver(desk.Me, target.Name, request.Reason, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        outbox.Publish(await files.Read(found, to, request.Reason!, now, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
