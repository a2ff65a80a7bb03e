using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Teleservices.Identity.Sessions;
using Teleservices.Identity.SignIn;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Portal;

/// <summary>The two ways that every portal offers: in and out.</summary>
internal static class PortalEndpoints
{
    public const string SignInPath = "/connexion";
    public const string SignOutPath = "/deconnexion";

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPath, SignIn).AllowAnonymous();
        routes.MapPost(SignOutPath, SignOut).AllowAnonymous();
    }

    private static IResult SignIn(HttpContext http, Current current, string? retour) => current.Door switch
    {
        Door.SignIn => Results.LocalRedirect("/"),
        _ when http.User.Identity is { IsAuthenticated: true } => Results.LocalRedirect(LocalPath.Of(retour)),
        _ => Results.Challenge(new AuthenticationProperties { RedirectUri = LocalPath.Of(retour) }, [SignInSchemes.OpenIdConnect]),
    };

    private static async Task<IResult> SignOut(HttpContext http, Current current, SessionRegister sessions, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (http.User.Session() is { } session)
        {
            await sessions.End(session, ct);
        }

        return current.Door == Door.SignIn
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = SignInLinks.SignedOut }, [SignInSchemes.SignOn])
            : Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [SignInSchemes.Portal, SignInSchemes.OpenIdConnect]);
    }
}
