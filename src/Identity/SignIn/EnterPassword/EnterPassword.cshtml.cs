using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.EnterPassword;

/// <summary>The single window's front door: one sign-in for every portal.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class EnterPasswordPage(IMediator mediator, SessionRegister sessions, WayBack wayBack) : SignInPage(wayBack)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await LookBack(ct);
        return User.Identity is { IsAuthenticated: true } ? Onwards() : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await LookBack(ct);
        var result = await mediator.Send(new EnterPassword(Email, Password), ct);
        if (result.Refusal is null)
        {
            await sessions.SignIn(HttpContext, result.Value, ct);
        }

        return this.Show(result, _ => Onwards());
    }
}
