using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn;

/// <summary>A page on the way to being signed in: knows which portal the person came from, and leads back to it.</summary>
internal abstract class SignInPage(WayBack wayBack) : PageModel
{
    /// <summary>Path on this host that waits for the sign-in: usually an authorization request.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>Start address on a portal, when the person comes by a mailed link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Depart { get; set; }

    /// <summary>The portal, or nothing when the person came here directly.</summary>
    public CameFrom? From { get; private set; }

    /// <summary>Finds the portal, and lets the forms of this page end there.</summary>
    protected async Task LookBack(CancellationToken ct) => From = Allow(await wayBack.FromWaiting(Retour, ct) ?? await wayBack.FromStart(Depart, ct));

    /// <summary>Signed in: on to where the person wanted to go.</summary>
    protected IActionResult Onwards() =>
        Retour is not null ? LocalRedirect(LocalPath.Of(Retour))
        : From is { } from ? Redirect(from.Start)
        : LocalRedirect(SignInLinks.MyAccount);

    /// <summary>As <see cref="Onwards()"/>, to a portal that is known only after the form was sent.</summary>
    protected async Task<IActionResult> Onwards(string? start, CancellationToken ct) =>
        await wayBack.FromStart(start, ct) is { } from ? Redirect(from.Start) : Onwards();

    private CameFrom? Allow(CameFrom? from)
    {
        if (from is not null)
        {
            HttpContext.AllowFormAction(from.Origin);
        }

        return from;
    }
}
