using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Identity.Console;

/// <summary>Who of the IT staff looks after which territory; for those who look after all.</summary>
internal sealed class DesksPage(TeleservicesDb db, IDeskOfStaff desk, Current current, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    internal sealed record Row(Guid Id, string Name, string? Desk);

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? Desk { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal IReadOnlyList<Choice> People => [.. Rows.Select(row => new Choice(row.Id.ToString(), row.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Find(ct))
        {
            return NotFound();
        }

        return this.Show(await mediator.Send(new SetDesk(current.RequiredResident, Person, Desk), ct), _ =>
        {
            this.Notice(texts["C’est enregistré."]);
            return Redirect("/console/bureaux");
        });
    }

    private async Task<bool> Find(CancellationToken ct)
    {
        if (!(await desk.Read(ct)).IsWhole)
        {
            return false;
        }

        Rows = await db.AccountRoles.Where(role => role.AdministrationId == null && role.Role == Role.ItStaff)
            .Join(db.Accounts, role => role.AccountId, account => account.Id, (role, account) => new { account.Id, account.FirstName, account.LastName, account.Email, role.Desk })
            .OrderBy(one => one.LastName).ThenBy(one => one.Email)
            .Select(one => new Row(one.Id, $"{one.FirstName} {one.LastName} ({one.Email})", one.Desk)).ToListAsync(ct);
        return true;
    }
}
