using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Sessions;

/// <summary>The hosts that a person may be sent back to: those of the host table, and the console.</summary>
internal sealed class Portals(PublicAddress addresses, ITenantStore tenants)
{
    /// <summary>Whether an address leads to a portal of this platform, under the public scheme and port and no other.</summary>
    public async ValueTask<bool> Has(Uri address, CancellationToken ct) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && address.GetLeftPart(UriPartial.Authority) == addresses.Origin(address.Host)
        && (address.Host == addresses.ConsoleHost || (address.Host != addresses.SignInHost && await tenants.ByHost(address.Host, ct) is not null));
}
