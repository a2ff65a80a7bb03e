using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.Register;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Registration)]
internal sealed class RegisterPage(IMediator mediator, WayBack wayBack) : SignInPage(wayBack)
{
    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? LastName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Task OnGet(CancellationToken ct) => LookBack(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await LookBack(ct);
        var result = await mediator.Send(new Register(FirstName, LastName, Email, Password, From?.Start), ct);
        return this.Show(result, _ =>
        {
            TempData[CheckMailbox.CheckMailboxPage.Address] = Email!.Trim();
            return LocalRedirect(SignInLinks.CheckMailbox(Retour));
        });
    }
}
