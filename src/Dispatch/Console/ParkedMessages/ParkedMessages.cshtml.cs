using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Dispatch.Console;

/// <summary>Messages that wait for a person: what, for whom, why; and the way to send them again. Nothing of their content.</summary>
internal sealed class ParkedMessagesPage(TeleservicesDb db, DeskLedger ledger, ITenantStore tenants, Current current, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Shown = 200;

    internal sealed record Row(ParkedMessage Message, string? Number, string? Administration);

    [BindProperty]
    public string? Reason { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Find(ct))
        {
            return NotFound();
        }

        var result = await mediator.Send(new SendAgain([.. Rows.Select(row => row.Message.Id)], [], current.RequiredResident.ToString(), Reason), ct);
        return this.Show(result, sent =>
        {
            this.Notice(texts["Messages envoyés de nouveau : {0}.", sent]);
            return Redirect("/console/acheminement/messages");
        });
    }

    /// <summary>Messages are of all territories: the desk of one has no part in them.</summary>
    private async Task<bool> Find(CancellationToken ct)
    {
        if (!(await ledger.Desk(ct)).IsWhole)
        {
            return false;
        }

        var messages = await db.ParkedMessages(Shown, ct);
        var requests = messages.Select(message => message.RequestId).OfType<Guid>().Distinct().ToList();
        var numbers = await db.WholeLedger.Where(entry => requests.Contains(entry.RequestId)).ToDictionaryAsync(entry => entry.RequestId, entry => entry.Number, ct);
        var rows = new List<Row>();
        foreach (var message in messages)
        {
            var administration = message.AdministrationId is { } id ? await tenants.ById(id, ct) : null;
            rows.Add(new Row(message, message.RequestId is { } request ? numbers.GetValueOrDefault(request) : null, administration?.ShortName));
        }

        Rows = rows;
        return true;
    }
}
