using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ChangeName;

internal sealed class ChangeNamePage(IMediator mediator, TeleservicesDb db, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public Civility? Civility { get; set; }

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? LastName { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public async Task OnGet(CancellationToken ct)
    {
        var me = User.Account();
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == me, ct);
        (Civility, FirstName, LastName, Phone) = (account.Civility, account.FirstName, account.LastName, PhoneNumber.Show(account.PhoneNumber));
    }

    public async Task<IActionResult> OnPost(CancellationToken ct) =>
        this.Show(await mediator.Send(new ChangeName(User.Account()!.Value, Civility, FirstName, LastName, Phone), ct), _ =>
        {
            this.Notice(texts["C’est enregistré."]);
            return LocalRedirect(SignInLinks.MyAccount);
        });
}
