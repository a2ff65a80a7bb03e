using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ChangeEmail;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ChangeEmailPage(IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct) =>
        this.Show(await mediator.Send(new ChangeEmail(User.Account()!.Value, Email, Password), ct), _ =>
        {
            this.Notice(texts["Un message est parti à l’adresse {0}. Ouvrez le lien qu’il contient : elle remplacera alors l’ancienne.", Email!.Trim()]);
            return LocalRedirect(SignInLinks.MyAccount);
        });
}
