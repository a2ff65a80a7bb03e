using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Teleservices.Identity.Residents.SignInFailed;

/// <summary>Shown at the address where the answer of the sign-in host arrives, when that answer is missing, stale or somebody else's.</summary>
[AllowAnonymous]
internal sealed class SignInFailedPage : PageModel
{
    public void OnGet() => Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest;
}
