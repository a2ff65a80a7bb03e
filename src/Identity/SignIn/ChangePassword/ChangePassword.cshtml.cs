using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ChangePassword;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ChangePasswordPage(IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct) =>
        this.Show(await mediator.Send(new ChangePassword(User.Account()!.Value, User.Session()!.Value, Current, Password), ct), _ =>
        {
            this.Notice(texts["Votre mot de passe a changé, et vos autres appareils sont déconnectés."]);
            return LocalRedirect(SignInLinks.MyAccount);
        });
}
