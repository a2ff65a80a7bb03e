using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ConfirmNewEmail;

/// <summary>Opened by the mailed link, perhaps in a browser that is not signed in.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ConfirmNewEmailPage(IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Compte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Adresse { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct) =>
        this.Show(await mediator.Send(new ConfirmNewEmail(Compte, Adresse, Jeton), ct), _ =>
        {
            this.Notice(texts["{0} est maintenant l’adresse de votre compte.", Adresse!]);
            return LocalRedirect(SignInLinks.MyAccount);
        });
}
