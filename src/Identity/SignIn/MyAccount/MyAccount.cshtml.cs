using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.MyAccount;

/// <summary>What the platform knows of a person, where they are signed in, and the way back to the portals.</summary>
internal sealed class MyAccountPage(TeleservicesDb db, SessionRegister sessions, ITenantStore tenants, PublicAddress addresses, TimeProvider clock) : PageModel
{
    public View Account { get; private set; } = null!;

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public IReadOnlyList<PortalLink> Portals { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        var me = User.Account();
        var here = User.Session();
        var now = clock.GetUtcNow();
        Account = await db.Accounts.AsNoTracking().Where(account => account.Id == me).Select(account => new View(
            account.Civility, account.FirstName, account.LastName, account.Email!, account.PhoneNumber, account.Residence)).SingleAsync(ct);
        Places = await db.Sessions.Where(session => session.AccountId == me && session.ExpiresAt > now && session.LastSeenAt > now - SessionRegister.IdleLimit).OrderByDescending(session => session.LastSeenAt)
            .Select(session => new Place(session.Id, session.Device, session.StartedAt, session.LastSeenAt, session.Id == here)).ToListAsync(ct);
        Portals = await LinksTo(
            await db.SessionTickets.Where(ticket => ticket.SessionId == here).Select(ticket => ticket.Host).Distinct().ToListAsync(ct), ct);
    }

    /// <summary>Signs one device out; on this one, the person sees the signed-out page.</summary>
    public async Task<IActionResult> OnPostEnd(Guid session, CancellationToken ct)
    {
        var me = User.Account();
        if (!await db.Sessions.AnyAsync(one => one.Id == session && one.AccountId == me, ct))
        {
            return NotFound();
        }

        await sessions.End(session, ct);
        return session == User.Session() ? LocalRedirect(SignInLinks.SignedOut) : LocalRedirect(SignInLinks.MyAccount);
    }

    /// <summary>Day and time in France, in the language of the page.</summary>
    public static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, LegalTime.Zone).ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentCulture);

    private async Task<IReadOnlyList<PortalLink>> LinksTo(IEnumerable<string> hosts, CancellationToken ct)
    {
        var links = new List<PortalLink>();
        foreach (var host in hosts.Where(host => host != addresses.SignInHost))
        {
            if (host == addresses.ConsoleHost)
            {
                links.Add(new PortalLink(null, addresses.Of(host, "/console")));
            }
            else if (await tenants.ByHost(host, ct) is { } administration)
            {
                links.Add(new PortalLink(administration.Name, addresses.Of(tenants, administration, "/")));
            }
        }

        return links;
    }

    internal sealed record View(Civility? Civility, string FirstName, string LastName, string Email, string? Phone, PostalAddress? Residence);

    internal sealed record Place(Guid Id, string Device, DateTimeOffset Since, DateTimeOffset LastSeen, bool IsHere);

    /// <param name="Name">Name of the administration; nothing for the console.</param>
    /// <param name="Address">Its home page.</param>
    internal sealed record PortalLink(string? Name, string Address);
}
