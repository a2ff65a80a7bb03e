using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>
/// Moves an administration on: sandbox → live → suspended ⇄ live → leaving. Going live for the first time wants all checks to pass, and forgets
/// what was tried in the sandbox.
/// </summary>
/// <param name="Slug">Its slug.</param>
/// <param name="To">Where to.</param>
/// <param name="By">Who does it, by name.</param>
/// <param name="Reason">Why; only the first time live says it by itself.</param>
public sealed record MoveTenant(string Slug, AdministrationState To, string By, string? Reason = null) : ICommand<AdministrationInfo>;

internal sealed class MoveTenantValidator : AbstractValidator<MoveTenant>
{
    public MoveTenantValidator()
    {
        RuleFor(command => command.By).NotEmpty().MaximumLength(StateChange.ByLength);
        RuleFor(command => command.Reason).MaximumLength(StateChange.ReasonLength).WithMessage("400 caractères au plus.");
    }
}

internal sealed class MoveTenantHandler(
    TeleservicesDb db, IMediator mediator, Erasing erasing, TenantStore tenants, Territory territory, AdministrationMover mover, TimeProvider clock)
    : ICommandHandler<MoveTenant, AdministrationInfo>
{
    public async Task<Result<AdministrationInfo>> Handle(MoveTenant request, CancellationToken cancellationToken)
    {
        var row = await db.Administrations.SingleOrDefaultAsync(one => one.Slug == request.Slug, cancellationToken);
        if (row is null)
        {
            return new Refusal("Aucune administration ne s’appelle « {0} ».", request.Slug);
        }

        if (row.State == request.To)
        {
            return row.Info();
        }

        if (!Allowed(row.State, request.To))
        {
            return new Refusal("L’état de {0} ne permet pas ce changement.", row.Name);
        }

        if (await mover.Underway(row.Id, cancellationToken) is not null)
        {
            return new Refusal("{0} change de base de données : terminez d’abord ce déplacement (« tenant move »).", row.Name);
        }

        var first = row.State == AdministrationState.Sandbox && request.To == AdministrationState.Live;
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        if (!first && reason is null)
        {
            return new Refusal("Dites pourquoi : la raison reste dans l’historique de l’administration.") { Field = nameof(request.Reason) };
        }

        if (first && await mediator.Send(new CheckTenant(request.Slug), cancellationToken) is { IsReady: false } notYet)
        {
            var missing = notYet.Checks.Where(check => !check.Passed)
                .Select(check => new Refusal("{0} {1}", check.Message, check.Advice ?? "") { Field = check.Name }).ToList();
            return missing[0] with { More = [.. missing.Skip(1)] };
        }

        if (first)
        {
            await erasing.Empty(row.Info(), cancellationToken);
        }

        var now = clock.GetUtcNow();
        db.Add(new StateChange { Id = Guid.CreateVersion7(now), AdministrationId = row.Id, At = now, From = row.State, To = request.To, By = request.By, Reason = reason });
        row.Enter(request.To);
        await db.Touch(Territory.Register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        tenants.Forget();
        territory.Forget();
        return row.Info();
    }

    private static bool Allowed(AdministrationState from, AdministrationState to) => (from, to) switch
    {
        (AdministrationState.Sandbox, AdministrationState.Live or AdministrationState.Leaving) => true,
        (AdministrationState.Live, AdministrationState.Suspended or AdministrationState.Leaving) => true,
        (AdministrationState.Suspended, AdministrationState.Live or AdministrationState.Leaving) => true,
        (AdministrationState.Leaving, AdministrationState.Live or AdministrationState.Suspended) => true,
        _ => false,
    };
}
