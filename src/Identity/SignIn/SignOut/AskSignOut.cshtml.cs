using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Teleservices.Identity.Provider;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.SignOut;

/// <summary>Somebody's link wants to sign the person out: they decide (OpenID Connect RP-Initiated Logout 1.0, 2; OWASP ASVS 5.0, 10.6.2).</summary>
[AllowAnonymous]
internal sealed class AskSignOutPage(SessionRegister sessions, Portals portals) : PageModel
{
    /// <summary>The end-session request that waits.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public async Task OnGet(CancellationToken ct)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://localhost"), LocalPath.Of(Retour)).Query);
        if (query.TryGetValue("post_logout_redirect_uri", out var target) && Uri.TryCreate(target, UriKind.Absolute, out var address) && await portals.Has(address, ct))
        {
            HttpContext.AllowFormAction(address.GetLeftPart(UriPartial.Authority));
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (User.Session() is { } session)
        {
            await sessions.End(session, ct);
        }

        await HttpContext.SignOutAsync(SignInSchemes.SignOn);
        var path = LocalPath.Of(Retour);
        return LocalRedirect(path.StartsWith(ProviderEndpoints.EndSession, StringComparison.Ordinal) ? path : SignInLinks.SignedOut);
    }
}
