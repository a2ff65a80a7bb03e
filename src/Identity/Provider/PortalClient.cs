using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;
using Teleservices.Identity.Sessions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Teleservices.Identity.Provider;

/// <summary>
/// The one client: the portals of all administrations and the console. Where it may be sent back to is asked of the host table, so that
/// an administration more costs no row here and no time at sign-in.
/// </summary>
internal sealed class PortalClient(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication<Guid>> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication<Guid>> store,
    Portals portals)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>(cache, logger, options, store)
{
    public const string Id = "portail";
    public const string SignedInPath = "/connexion/retour";
    public const string SignedOutPath = "/deconnexion/retour";

    /// <summary>What the client may do, for the store: codes with PKCE, and nothing else.</summary>
    public static OpenIddictApplicationDescriptor Descriptor => new()
    {
        ClientId = Id,
        ClientType = ClientTypes.Public,
        ConsentType = ConsentTypes.Implicit,
        DisplayName = "Portails des collectivités",
        Permissions =
        {
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.Token,
            Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code,
            Permissions.Scopes.Email,
            Permissions.Scopes.Profile,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    public override ValueTask<bool> ValidateRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string uri, CancellationToken cancellationToken = default) =>
        IsOurs(uri, SignedInPath, cancellationToken);

    public override ValueTask<bool> ValidatePostLogoutRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string uri, CancellationToken cancellationToken = default) =>
        IsOurs(uri, SignedOutPath, cancellationToken);

    private async ValueTask<bool> IsOurs(string uri, string path, CancellationToken ct) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address)
        && address.OriginalString == $"{address.GetLeftPart(UriPartial.Authority)}{path}"
        && await portals.Has(address, ct);
}
