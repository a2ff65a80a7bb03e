using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>
/// Moves an administration on: sandbox → live → suspended ⇄ live → leaving. Going live for the first time wants all checks to pass, and forgets
/// what was tried in the sandbox.
/// </summary>
/// <param name="Slug">Its slug.</param>
/// <param name="To">Where to.</param>
[Unvalidated("the steps that are allowed depend on the state, which the handler reads")]
public sealed record MoveTenant(string Slug, AdministrationState To) : ICommand<AdministrationInfo>;

internal sealed class MoveTenantHandler(
    TeleservicesDb db, IMediator mediator, Erasing erasing, TenantStore tenants, Territory territory, AdministrationMover mover)
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
