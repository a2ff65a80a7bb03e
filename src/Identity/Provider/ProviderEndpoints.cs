using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Identity.SignIn;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Teleservices.Identity.Provider;

/// <summary>What the protocol leaves to us: who is signed in, what is told of them, and what signing out means.</summary>
internal static class ProviderEndpoints
{
    public const string Authorize = "/oidc/authorize";
    public const string Token = "/oidc/token";
    public const string UserInfo = "/oidc/userinfo";
    public const string EndSession = "/oidc/end-session";

    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Authorize, SendBack).AtDoor(Door.SignIn).AllowAnonymous();
        routes.MapGet(UserInfo, Tell).AtDoor(Door.SignIn).AllowAnonymous();
        routes.MapGet(EndSession, (Delegate)SignOut).AtDoor(Door.SignIn).AllowAnonymous();
    }

    private static async Task<IResult> SendBack(HttpContext http, TeleservicesDb db, CancellationToken ct)
    {
        if (http.GetOpenIddictServerRequest() is not { } request)
        {
            return Results.NotFound();
        }

        var signedIn = await http.AuthenticateAsync(SignInSchemes.SignOn);
        if (signedIn.Principal is not { } person || person.Account() is not { } account || person.Session() is not { } session)
        {
            return request.HasPromptValue(PromptValues.None)
                ? Results.Forbid(Refused(Errors.LoginRequired, "Nobody is signed in."), [Server])
                : Results.LocalRedirect(InLanguageOf(request, SignInLinks.SignIn($"{http.Request.Path}{http.Request.QueryString}")));
        }

        var startedAt = await db.Sessions.Where(row => row.Id == session).Select(row => row.StartedAt).SingleAsync(ct);
        var identity = new ClaimsIdentity(Server, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.ToString())
            .SetClaim(SessionClaims.SessionId, session.ToString())
            .SetClaim(Claims.AuthenticationTime, startedAt.ToUnixTimeSeconds())
            .SetClaim(Claims.Name, person.FindFirstValue(Claims.Name))
            .SetClaim(Claims.GivenName, person.FindFirstValue(Claims.GivenName))
            .SetClaim(Claims.FamilyName, person.FindFirstValue(Claims.FamilyName))
            .SetClaim(Claims.Email, person.FindFirstValue(Claims.Email))
            .SetClaim(Claims.EmailVerified, true);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(claim => claim.Type switch
        {
            SessionClaims.SessionId or Claims.AuthenticationTime => [Destinations.IdentityToken],
            Claims.Email or Claims.EmailVerified when identity.HasScope(Scopes.Email) => [Destinations.IdentityToken],
            Claims.Name or Claims.GivenName or Claims.FamilyName when identity.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
            _ => [],
        });
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Server);
    }

    /// <summary>The sign-in page speaks as the portal did, even if this browser's first wish is another language.</summary>
    private static string InLanguageOf(OpenIddictRequest request, string path) =>
        request.UiLocales is { Length: 2 } wanted && wanted != CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? Language.Link(wanted, path) : path;

    private static async Task<IResult> Tell(HttpContext http, TeleservicesDb db, CancellationToken ct)
    {
        var token = await http.AuthenticateAsync(Server);
        var person = token.Principal?.Account() is { } id ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) : null;
        if (person is null)
        {
            return Results.Challenge(Refused(Errors.InvalidToken, "The account is no more."), [Server]);
        }

        var said = new Dictionary<string, object?> { [Claims.Subject] = person.Id.ToString() };
        if (token.Principal!.HasScope(Scopes.Email))
        {
            said[Claims.Email] = person.Email;
            said[Claims.EmailVerified] = person.EmailConfirmed;
        }

        if (token.Principal!.HasScope(Scopes.Profile))
        {
            said[Claims.Name] = person.FullName;
            said[Claims.GivenName] = person.FirstName;
            said[Claims.FamilyName] = person.LastName;
        }

        return Results.Json(said);
    }

    private static async Task<IResult> SignOut(HttpContext http)
    {
        if (http.GetOpenIddictServerRequest() is null)
        {
            return Results.NotFound();
        }

        // A portal ends the session before it sends the person here. If it is still alive, somebody else's link led here: ask first.
        if ((await http.AuthenticateAsync(SignInSchemes.SignOn)).Succeeded)
        {
            return Results.Redirect($"/se-deconnecter?retour={Uri.EscapeDataString($"{http.Request.Path}{http.Request.QueryString}")}");
        }

        await http.SignOutAsync(SignInSchemes.SignOn);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = SignInLinks.SignedOut }, [Server]);
    }

    private static AuthenticationProperties Refused(string error, string description) => new(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
    });
}
