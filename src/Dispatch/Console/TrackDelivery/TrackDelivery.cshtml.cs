using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Dispatch.Console;

/// <summary>One request on its way: who held it and when, and why they were found competent. Nothing of what the resident wrote.</summary>
internal sealed class TrackDeliveryPage(TeleservicesDb db, DeskLedger ledger, ITenantStore tenants, ITerritory territory, IMediator mediator, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    internal sealed record Keeper(AdministrationInfo? Administration, DateTimeOffset From, DateTimeOffset? Until, string Reason);

    internal sealed record Decided(DateTimeOffset At, DateOnly On, RoutingFinding Finding, string? Act, AdministrationInfo? Holder, IReadOnlyList<RoutingStep> Steps);

    internal LedgerEntry Entry { get; private set; } = null!;

    /// <summary>Where it stands, as the bus is at this moment.</summary>
    internal DeliveryState State { get; private set; }

    /// <summary>Why its order waits for a person.</summary>
    internal string? ParkedBecause { get; private set; }

    internal string FormTitle { get; private set; } = "";

    internal string Commune { get; private set; } = "";

    internal AdministrationInfo? Holder { get; private set; }

    internal IReadOnlyList<Keeper> Custody { get; private set; } = [];

    internal IReadOnlyList<Decided> Decisions { get; private set; } = [];

    /// <summary>Who could have it: those who serve the commune.</summary>
    internal IReadOnlyList<Choice> Candidates { get; private set; } = [];

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct) => await Find(number, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSettleAsync(string number, CancellationToken ct) => Do(number, new SettleDispute(number, To, Reason), ct);

    public Task<IActionResult> OnPostAsync(string number, CancellationToken ct) => Do(number, new RouteAgain(number), ct);

    private async Task<IActionResult> Do(string number, ICommand command, CancellationToken ct)
    {
        if (!await Find(number, ct))
        {
            return NotFound();
        }

        var result = await mediator.Send(command, ct);
        db.ChangeTracker.Clear();
        await Find(number, ct);
        return this.Show(result, _ =>
        {
            this.Notice(texts["La demande est acheminée."]);
            return Redirect($"/console/acheminement/{Uri.EscapeDataString(number)}");
        });
    }

    private async Task<bool> Find(string number, CancellationToken ct)
    {
        if (await (await ledger.Entries(ct)).AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, ct) is not { } entry)
        {
            return false;
        }

        var orders = await Orders.Read(db, ct);
        (Entry, State, ParkedBecause) = (entry, orders.StateOf(entry.RequestId, entry.State), orders.ParkedBecause(entry.RequestId));
        FormTitle = new Wording(entry.FormTitleFr, entry.FormTitleEn).ToString();
        Commune = territory.Commune(entry.CommuneCog)?.Name ?? entry.CommuneCog;
        Holder = await Named(entry.HolderId, ct);

        var custody = new List<Keeper>();
        foreach (var one in entry.Custody.OrderBy(one => one.From))
        {
            custody.Add(new Keeper(await Named(one.AdministrationId, ct), one.From, one.Until, one.Reason));
        }

        var decisions = new List<Decided>();
        foreach (var one in entry.Decisions.OrderByDescending(one => one.DecidedAt))
        {
            decisions.Add(new Decided(one.DecidedAt, one.On, one.Finding, one.LegalAct, await Named(one.HolderId, ct), await tenants.Named(one.Steps(), ct)));
        }

        if (entry is { State: LedgerState.Triage, IsDisputed: true })
        {
            var candidates = new List<Choice>();
            foreach (var serving in territory.Serving(entry.CommuneCog, clock.LegalToday()))
            {
                candidates.Add(new Choice(serving.AdministrationId.ToString(), (await Named(serving.AdministrationId, ct))!.Name));
            }

            Candidates = candidates;
        }

        (Custody, Decisions) = (custody, decisions);
        return true;
    }

    private async ValueTask<AdministrationInfo?> Named(Guid? id, CancellationToken ct) => id is { } known ? await tenants.ById(known, ct) : null;
}
