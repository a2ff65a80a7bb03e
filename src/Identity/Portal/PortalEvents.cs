using System.Globalization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Identity.Provider;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Portal;

/// <summary>Where a portal's way through OpenID Connect differs from the handler's own.</summary>
internal static class PortalEvents
{
    /// <summary>
    /// Our own parameter of an authorization request: the portal's page to begin again from, for ways that leave the browser (a mailed link)
    /// and so outlive the request's state.
    /// </summary>
    public const string StartParameter = "depart";

    public static OpenIdConnectEvents All => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            // The address that was asked for may look like another host's («//elsewhere»).
            var path = LocalPath.Of(context.Properties.RedirectUri);
            context.Properties.RedirectUri = path;
            context.ProtocolMessage.RedirectUri = Public(context.HttpContext, PortalClient.SignedInPath);
            context.ProtocolMessage.SetParameter(StartParameter, path);
            context.ProtocolMessage.UiLocales = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return Task.CompletedTask;
        },
        OnRedirectToIdentityProviderForSignOut = context =>
        {
            // Without a token as a hint, the server finds the client by this.
            context.ProtocolMessage.ClientId = context.Options.ClientId;
            context.ProtocolMessage.PostLogoutRedirectUri = Public(context.HttpContext, PortalClient.SignedOutPath);
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            // An administration has a page at this address that says what happened and offers to begin again.
            if (context.HttpContext.RequestServices.GetRequiredService<Current>().Door == Door.Administration)
            {
                context.SkipHandler();
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                context.HandleResponse();
            }

            return Task.CompletedTask;
        },
    };
    /// <summary>The host is of the table; scheme and port are what the outside sees, also behind a proxy.</summary>
    private static string Public(HttpContext http, string path) =>
        http.RequestServices.GetRequiredService<PublicAddress>().Of(http.Request.Host.Host, path);
}
