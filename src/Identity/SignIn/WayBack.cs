using Microsoft.AspNetCore.WebUtilities;
using Teleservices.Identity.Portal;
using Teleservices.Identity.Provider;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn;

/// <summary>The portal that a person came from.</summary>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Administration">Whose portal it is; nothing for the console.</param>
/// <param name="Start">Address there that begins a sign-in anew and ends where the person wanted to go.</param>
internal sealed record CameFrom(string Origin, AdministrationInfo? Administration, string Start);

/// <summary>Finds the way back to a portal, and to portals only: whatever an address says is compared with the host table.</summary>
internal sealed class WayBack(Portals portals, ITenantStore tenants)
{
    /// <summary>From the path that the sign-in page was opened with: an authorization request that waits.</summary>
    public async Task<CameFrom?> FromWaiting(string? retour, CancellationToken ct)
    {
        if (retour is null || !retour.StartsWith($"{ProviderEndpoints.Authorize}?", StringComparison.Ordinal))
        {
            return null;
        }

        var query = QueryHelpers.ParseQuery(retour[ProviderEndpoints.Authorize.Length..]);
        var path = LocalPath.Of(query.TryGetValue(PortalEvents.StartParameter, out var start) ? (string?)start : null);
        return query.TryGetValue("redirect_uri", out var target) && Uri.TryCreate(target, UriKind.Absolute, out var address)
            ? await FromStart($"{address.GetLeftPart(UriPartial.Authority)}{PortalEndpoints.SignInPath}?retour={Uri.EscapeDataString(path)}", ct)
            : null;
    }

    /// <summary>From a start address that went through a mail.</summary>
    public async Task<CameFrom?> FromStart(string? start, CancellationToken ct) =>
        Uri.TryCreate(start, UriKind.Absolute, out var address)
        && address.AbsolutePath == PortalEndpoints.SignInPath
        && await portals.Has(address, ct)
            ? new CameFrom(address.GetLeftPart(UriPartial.Authority), await tenants.ByHost(address.Host, ct), address.AbsoluteUri)
            : null;
}
