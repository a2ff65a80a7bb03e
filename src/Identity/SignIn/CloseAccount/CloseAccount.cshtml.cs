using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.CloseAccount;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class CloseAccountPage(IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var result = await mediator.Send(new CloseAccount(User.Account()!.Value, Password), ct);
        if (result.Refusal is null)
        {
            await HttpContext.SignOutAsync(SignInSchemes.SignOn);
        }

        return this.Show(result, _ =>
        {
            this.Notice(texts["Votre compte est fermé."]);
            return LocalRedirect(SignInLinks.SignedOut);
        });
    }
}
