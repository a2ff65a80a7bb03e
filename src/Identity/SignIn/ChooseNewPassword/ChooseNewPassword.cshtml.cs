using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ChooseNewPassword;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ChooseNewPasswordPage(IMediator mediator, SessionRegister sessions, WayBack wayBack) : SignInPage(wayBack)
{
    [BindProperty(SupportsGet = true)]
    public Guid Compte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Task OnGet(CancellationToken ct) => LookBack(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await LookBack(ct);
        var result = await mediator.Send(new ChooseNewPassword(Compte, Jeton, Password), ct);
        if (result.Refusal is null)
        {
            await sessions.SignIn(HttpContext, result.Value, ct);
        }

        return this.Show(result, _ => Onwards());
    }
}
