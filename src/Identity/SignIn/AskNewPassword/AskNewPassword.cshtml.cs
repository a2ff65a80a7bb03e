using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.AskNewPassword;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Registration)]
internal sealed class AskNewPasswordPage(IMediator mediator, WayBack wayBack) : SignInPage(wayBack)
{
    [BindProperty]
    public string? Email { get; set; }

    public Task OnGet(CancellationToken ct) => LookBack(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await LookBack(ct);
        var result = await mediator.Send(new AskNewPassword(Email, From?.Start), ct);
        return this.Show(result, _ =>
        {
            TempData[CheckMailbox.CheckMailboxPage.Address] = Email!.Trim();
            return LocalRedirect(SignInLinks.NewPasswordSent(Retour));
        });
    }
}
