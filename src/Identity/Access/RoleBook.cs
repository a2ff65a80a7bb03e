using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Identity.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Access;

/// <summary>Gives and takes roles, and tells the administrations; part of the caller's one commit.</summary>
internal sealed class RoleBook(TeleservicesDb db, Outbox outbox, TimeProvider clock)
{
    /// <summary>The person has this role there from now on; at most one role per person and administration.</summary>
    /// <returns>Whether anything is different now.</returns>
    public async Task<bool> Grant(Account account, Guid? administration, Role role, string? title, IReadOnlyList<string> teams, CancellationToken ct)
    {
        var had = await db.AccountRoles.SingleOrDefaultAsync(
            one => one.AccountId == account.Id && one.AdministrationId == administration, ct);
        if (had is not null && had.Role == role && had.Title == title && had.Teams.SequenceEqual(teams))
        {
            return false;
        }

        if (had is null)
        {
            had = new AccountRole { Id = Guid.CreateVersion7(clock.GetUtcNow()), AccountId = account.Id, AdministrationId = administration, Role = role };
            db.Add(had);
        }

        (had.Role, had.Title, had.Teams) = (role, title, [.. teams]);
        Tell(account, had);
        return true;
    }

    /// <summary>The member of the IT staff looks after this desk from now on.</summary>
    /// <param name="account">The person.</param>
    /// <param name="desk">COG code of a département, or nothing for the whole platform.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Seat(Guid account, string? desk, CancellationToken ct)
    {
        var role = db.AccountRoles.Local.SingleOrDefault(one => one.AccountId == account && one.Role == Role.ItStaff)
            ?? await db.AccountRoles.SingleAsync(one => one.AccountId == account && one.Role == Role.ItStaff, ct);
        role.Desk = desk;
    }

    /// <summary>Tells every administration that the person works for how they are called now.</summary>
    public async Task TellName(Account account, CancellationToken ct)
    {
        foreach (var role in await db.AccountRoles.Where(one => one.AccountId == account.Id).ToListAsync(ct))
        {
            Tell(account, role);
        }
    }

    /// <summary>The person has no role anywhere any more.</summary>
    public async Task RevokeAll(Guid account, CancellationToken ct)
    {
        foreach (var role in await db.AccountRoles.Where(one => one.AccountId == account).ToListAsync(ct))
        {
            db.Remove(role);
            if (role.AdministrationId is { } administration)
            {
                outbox.Send(new RoleRevoked(account, administration), administration);
            }
        }
    }

    private void Tell(Account account, AccountRole role)
    {
        if (role.AdministrationId is { } administration)
        {
            outbox.Send(
                new RoleGranted(account.Id, administration, account.FullName, role.Title, role.Role == Role.Manager, role.Teams), administration);
        }
    }
}
