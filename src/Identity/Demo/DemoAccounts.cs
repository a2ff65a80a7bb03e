using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Demo;

/// <summary>The demo accounts of a seed folder that are in this store: for the welcome of the embedded set-up.</summary>
/// <param name="Seeds">The folder; without demo data there is no account to tell.</param>
public sealed record DemoAccounts(SeedFolder Seeds) : IQuery<IReadOnlyList<DemoAccount>>;

/// <summary>A demo account.</summary>
/// <param name="Email">What to sign in with.</param>
/// <param name="Password">Its password, as long as nobody changed it.</param>
/// <param name="Name">First name and surname.</param>
/// <param name="Administration">Slug of the administration that the person works for; nothing for residents and IT staff.</param>
/// <param name="Title">Function there.</param>
/// <param name="Kind">Whom the account shows.</param>
public sealed record DemoAccount(string Email, string Password, string Name, string? Administration, string? Title, DemoKind Kind);

/// <summary>Whom a demo account shows.</summary>
public enum DemoKind
{
    /// <summary>A resident.</summary>
    Resident,

    /// <summary>An agent.</summary>
    Agent,

    /// <summary>An agent who runs the administration's space.</summary>
    Manager,

    /// <summary>IT staff.</summary>
    ItStaff,
}

internal sealed class DemoAccountsHandler(TeleservicesDb db, ITenantStore tenants) : IRequestHandler<DemoAccounts, IReadOnlyList<DemoAccount>>
{
    public async Task<IReadOnlyList<DemoAccount>> Handle(DemoAccounts request, CancellationToken cancellationToken)
    {
        if (!request.Seeds.Demo || DemoFile.Read(request.Seeds) is not { } file)
        {
            return [];
        }

        var emails = file.People.Select(person => person.Email).ToList();
        var stored = await db.Accounts.AsNoTracking().Where(account => emails.Contains(account.Email!)).OrderBy(account => account.Id).ToListAsync(cancellationToken);
        var ids = stored.Select(account => account.Id).ToList();
        var roles = (await db.AccountRoles.AsNoTracking().Where(role => ids.Contains(role.AccountId)).ToListAsync(cancellationToken)).ToLookup(role => role.AccountId);
        var slugs = (await tenants.All(cancellationToken)).ToDictionary(administration => administration.Id, administration => administration.Identifier);
        return
        [
            .. from account in stored
               from role in roles[account.Id].DefaultIfEmpty()
               let slug = role?.AdministrationId is { } id ? slugs.GetValueOrDefault(id) : null
               select new DemoAccount(account.Email!, file.Password, account.FullName, slug, role?.Title, KindOf(role)),
        ];
    }

    private static DemoKind KindOf(AccountRole? role) => role is null ? DemoKind.Resident : role.Role switch
    {
        Role.Agent => DemoKind.Agent,
        Role.Manager => DemoKind.Manager,
        Role.ItStaff => DemoKind.ItStaff,
    };
}
