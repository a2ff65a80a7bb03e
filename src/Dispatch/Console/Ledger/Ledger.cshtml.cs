using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Dispatch.Console;

/// <summary>Every request that the bus brought, newest first: where it stands and who has it.</summary>
internal sealed class LedgerPage(TeleservicesDb db, DeskLedger ledger, ITenantStore tenants, TimeProvider clock) : PageModel
{
    private const int PerPage = 50;

    /// <summary>A request that its holder has not acknowledged for so long wants a look.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    internal sealed record Row(
        string Number, string FormTitle, DateTimeOffset FiledAt, DateTimeOffset? RoutedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? ClosedAt,
        DeliveryState State, AdministrationInfo? Holder, bool Late, bool Alarmed);

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "service")]
    public string? Holder { get; set; }

    [BindProperty(SupportsGet = true, Name = "numero")]
    public string? Number { get; set; }

    /// <summary>Shows what is older than this row.</summary>
    [BindProperty(SupportsGet = true, Name = "apres")]
    public string? After { get; set; }

    /// <summary>Shows what is newer than this row.</summary>
    [BindProperty(SupportsGet = true, Name = "avant")]
    public string? Before { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal LedgerTroubleCounts Troubles { get; private set; } = new(0, 0, 0);

    internal int Waiting { get; private set; }

    internal int Parked { get; private set; }

    internal string? NewerThan { get; private set; }

    internal string? OlderThan { get; private set; }

    /// <summary>Whose requests are shown.</summary>
    internal Desk Desk { get; private set; }

    internal DateTimeOffset Now { get; private set; }

    internal bool Filtered => (State, Holder, Number) is not (null or "", null or "", null or "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Now, Desk) = (clock.GetUtcNow(), await ledger.Desk(ct));
        var whole = await ledger.Entries(ct);
        if (Number?.Trim() is { Length: > 0 } number && await whole.AnyAsync(entry => entry.Number == number, ct))
        {
            return Redirect($"/console/acheminement/{Uri.EscapeDataString(number)}");
        }

        Troubles = await LedgerTroublesHandler.Count(whole, Now - Patience, ct);
        Waiting = (await db.OpenMessages(ct)).Where(open => open.Consumer == "dispatch-route-request").Sum(open => open.Count);
        Parked = Desk.IsWhole ? await db.CountParkedMessages(ct) : 0;
        var orders = await Orders.Read(db, ct);
        await Read(whole, await OfHolder(Wanted(whole, orders), ct), orders, ct);
        return Page();
    }

    /// <summary>This list with another filter; without its place in the list.</summary>
    internal static string With(string? etat, string? service) => Address(etat, service, null, null);

    internal string? Newer => NewerThan is null ? null : Address(State, Holder, null, NewerThan);

    internal string? Older => OlderThan is null ? null : Address(State, Holder, OlderThan, null);

    private static string Address(string? etat, string? service, string? apres, string? avant) =>
        "/console/acheminement" + QueryString.Create(
            new[] { ("etat", etat), ("service", service), ("apres", apres), ("avant", avant) }
                .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => KeyValuePair.Create(part.Item1, part.Item2)));

    private IQueryable<LedgerEntry> Wanted(IQueryable<LedgerEntry> whole, Orders orders)
    {
        var wanted = whole.AsNoTracking();
        var late = Now - Patience;
        wanted = State switch
        {
            "triage" => orders.In(wanted, DeliveryState.Triage),
            "acheminee" => orders.In(wanted, DeliveryState.Routed),
            "envoyee" => orders.In(wanted, DeliveryState.Sent),
            "attente" => orders.In(wanted, DeliveryState.Parked),
            "retard" => wanted.Where(entry => entry.State == LedgerState.Routed && entry.RoutedAt < late),
            "remise" => orders.In(wanted, DeliveryState.Delivered),
            "close" => orders.In(wanted, DeliveryState.Closed),
            "alerte" => wanted.Where(entry => entry.Alarm != null),
            _ => wanted,
        };
        if (Number?.Trim() is { Length: > 0 } number)
        {
            wanted = wanted.Where(entry => entry.Number.StartsWith(number));
        }

        return wanted;
    }

    private async Task<IQueryable<LedgerEntry>> OfHolder(IQueryable<LedgerEntry> wanted, CancellationToken ct)
    {
        if (Holder?.Trim() is not { Length: > 0 } slug)
        {
            return wanted;
        }

        if (await tenants.ByIdentifier(slug, ct) is not { } holder)
        {
            this.Refuse(new Refusal("Aucune administration n’a l’identifiant « {0} ».", slug) { Field = "service" });
            return wanted.Where(_ => false);
        }

        return wanted.Where(entry => entry.HolderId == holder.Id);
    }

    private async Task Read(IQueryable<LedgerEntry> whole, IQueryable<LedgerEntry> wanted, Orders orders, CancellationToken ct)
    {
        var backwards = Before is { Length: > 0 };
        if ((backwards ? Before : After) is { Length: > 0 } number
            && await whole.Where(entry => entry.Number == number).Select(entry => (DateTimeOffset?)entry.FiledAt).SingleOrDefaultAsync(ct) is { } at)
        {
            wanted = backwards
                ? wanted.Where(entry => entry.FiledAt > at || (entry.FiledAt == at && entry.Number.CompareTo(number) > 0))
                : wanted.Where(entry => entry.FiledAt < at || (entry.FiledAt == at && entry.Number.CompareTo(number) < 0));
        }

        var inOrder = backwards
            ? wanted.OrderBy(entry => entry.FiledAt).ThenBy(entry => entry.Number)
            : wanted.OrderByDescending(entry => entry.FiledAt).ThenByDescending(entry => entry.Number);
        var found = await inOrder.Take(PerPage + 1).Select(entry => new
        {
            entry.RequestId,
            entry.Number,
            entry.FormTitleFr,
            entry.FormTitleEn,
            entry.FiledAt,
            entry.RoutedAt,
            entry.DeliveredAt,
            entry.ClosedAt,
            entry.State,
            entry.HolderId,
            Alarmed = entry.Alarm != null,
        }).ToListAsync(ct);
        var more = found.Count > PerPage;
        var shown = found.Take(PerPage).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var rows = new List<Row>();
        foreach (var entry in shown)
        {
            rows.Add(new Row(
                entry.Number, new Wording(entry.FormTitleFr, entry.FormTitleEn).ToString(), entry.FiledAt, entry.RoutedAt, entry.DeliveredAt, entry.ClosedAt, orders.StateOf(entry.RequestId, entry.State),
                entry.HolderId is { } id ? await tenants.ById(id, ct) : null,
                entry.State == LedgerState.Routed && entry.RoutedAt < Now - Patience,
                entry.Alarmed));
        }

        Rows = rows;
        NewerThan = (backwards ? more : After is { Length: > 0 }) ? Rows.FirstOrDefault()?.Number : null;
        OlderThan = (backwards || more) ? Rows.LastOrDefault()?.Number : null;
    }
}
