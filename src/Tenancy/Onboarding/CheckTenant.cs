using MediatR;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Whether an administration is ready for residents; nothing for an unknown one.</summary>
/// <param name="Slug">Its slug.</param>
public sealed record CheckTenant(string Slug) : IQuery<TenantReadiness?>;

/// <summary>The answer to <see cref="CheckTenant"/>.</summary>
/// <param name="Administration">Which one.</param>
/// <param name="Checks">All that was looked at.</param>
public sealed record TenantReadiness(AdministrationInfo Administration, IReadOnlyList<TenantCheck> Checks)
{
    /// <summary>Whether nothing stands in the way.</summary>
    public bool IsReady => Checks.All(check => check.Passed);
}

internal sealed class CheckTenantHandler(ITenantStore tenants, IEnumerable<ITenantPart> parts) : IRequestHandler<CheckTenant, TenantReadiness?>
{
    public async Task<TenantReadiness?> Handle(CheckTenant request, CancellationToken cancellationToken)
    {
        if (await tenants.ByIdentifier(request.Slug, cancellationToken) is not { } administration)
        {
            return null;
        }

        var checks = new List<TenantCheck>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            checks.AddRange(await part.Check(administration, cancellationToken));
        }

        return new TenantReadiness(administration, checks);
    }
}
