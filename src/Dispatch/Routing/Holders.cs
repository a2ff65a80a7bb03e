using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>Answers other modules from the register.</summary>
internal sealed class Holders(Registers registers, ITenantStore tenants) : IHolders
{
    public async ValueTask<Holder?> Of(string competence, string cog, DateOnly on, CancellationToken ct) =>
        registers.Current.Resolve(competence, cog, on) is { HolderId: { } id } found && await tenants.ById(id, ct) is { } administration
            ? new Holder(administration, found.LegalAct!)
            : null;
}
