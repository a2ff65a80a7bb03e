using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Leaves no trace of an administration that is leaving: its cases, the requests that it holds, its people's rights, its pages. There is no way back.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Siren">Its SIREN, typed once more: whoever erases knows which one it is.</param>
[Unvalidated("slug and SIREN are compared with the register")]
public sealed record EraseTenant(string Slug, string Siren) : ICommand;

internal sealed class EraseTenantHandler(TeleservicesDb db, TenantStore tenants, Territory territory, Erasing erasing, AdministrationMover mover) : ICommandHandler<EraseTenant, Done>
{
    public async Task<Result<Done>> Handle(EraseTenant request, CancellationToken cancellationToken)
    {
        if (await tenants.ByIdentifier(request.Slug, cancellationToken) is not { } administration)
        {
            return new Refusal("Aucune administration ne s’appelle « {0} ».", request.Slug);
        }

        if (administration.Siren != request.Siren)
        {
            return new Refusal("Ce n’est pas le SIREN de {0} : rien n’a été effacé.", administration.Name);
        }

        if (administration.State is not (AdministrationState.Leaving or AdministrationState.Sandbox))
        {
            return new Refusal("{0} est en service : annoncez d’abord son départ (« tenant leave »), puis exportez ses données.", administration.Name);
        }

        if (await mover.Underway(administration.Id, cancellationToken) is not null)
        {
            return new Refusal("{0} change de base de données : terminez d’abord ce déplacement (« tenant move »).", administration.Name);
        }

        await erasing.Erase(administration, cancellationToken);
        await db.Touch(Territory.Register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        tenants.Forget();
        territory.Forget();
        return Done.Yes;
    }
}
