using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ChangeResidence;

internal sealed class ChangeResidencePage(IMediator mediator, TeleservicesDb db, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Complement { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    public async Task OnGet(CancellationToken ct)
    {
        var me = User.Account();
        var home = (await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == me, ct)).Residence;
        (Street, Complement, Postcode, City) = (home?.Street, home?.Complement, home?.Postcode, home?.City);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct) =>
        this.Show(await mediator.Send(new ChangeResidence(User.Account()!.Value, Street, Complement, Postcode, City), ct), _ =>
        {
            this.Notice(texts["C’est enregistré."]);
            return LocalRedirect(SignInLinks.MyAccount);
        });
}
