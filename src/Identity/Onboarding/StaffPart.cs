using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Access;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Onboarding;

/// <summary>The people of an administration: who runs its space, and whether there are enough to work its queue.</summary>
internal sealed class StaffPart(TeleservicesDb db, UserManager<Account> accounts, RoleBook roles, Postman postman, IStringLocalizer<Texts> texts, TimeProvider clock)
    : ITenantPart
{
    /// <summary>One is on leave, the other answers.</summary>
    private const int Enough = 2;

    public int Order => 40;

    public async Task<IReadOnlyList<TenantLine>> Plan(Newcomer newcomer, IReadOnlyList<Newcomer> all, CancellationToken ct)
    {
        var lines = new List<TenantLine>();
        foreach (var manager in newcomer.Managers)
        {
            if (!await Runs(manager.Email, newcomer.Administration.Id, ct))
            {
                lines.Add(new TenantLine(TenantLineKind.Change, "manager", null, $"{manager.FirstName} {manager.LastName} <{manager.Email}>"));
            }
        }

        if (newcomer.Managers.Count == 0 && (newcomer.IsNew || !await db.AccountRoles.AnyAsync(role => role.AdministrationId == newcomer.Administration.Id, ct)))
        {
            lines.Add(new TenantLine(TenantLineKind.Missing, "managers", null, texts["Une personne responsable de l’espace des agents"]));
        }

        return lines;
    }

    public async Task Apply(Newcomer newcomer, CancellationToken ct)
    {
        foreach (var manager in newcomer.Managers)
        {
            if (!await Runs(manager.Email, newcomer.Administration.Id, ct))
            {
                await Invite(newcomer.Administration, manager, ct);
            }
        }
    }

    public async Task<IReadOnlyList<TenantCheck>> Check(AdministrationInfo administration, CancellationToken ct)
    {
        var people = await db.AccountRoles.Where(role => role.AdministrationId == administration.Id).Select(role => role.AccountId).Distinct().CountAsync(ct);
        return
        [
            people >= Enough
                ? new TenantCheck("team", true, texts["{0} personnes peuvent traiter les dossiers.", people])
                : new TenantCheck("team", false, texts["Personnes qui peuvent traiter les dossiers : {0}.", people], texts["Invitez au moins deux personnes : l’une peut s’absenter."]),
        ];
    }

    public async Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct)
    {
        var people = await db.AccountRoles.Where(role => role.AdministrationId == administration.Id)
            .Join(db.Accounts, role => role.AccountId, account => account.Id, (role, account) => new { role.Role, role.Title, role.Teams, account.FirstName, account.LastName, account.Email })
            .OrderBy(one => one.Email).ToListAsync(ct);
        await archive.Records(
            "staff",
            people.Select(one => new SortedDictionary<string, object?>
            {
                ["email"] = one.Email,
                ["firstName"] = one.FirstName,
                ["lastName"] = one.LastName,
                ["role"] = one.Role,
                ["teams"] = one.Teams,
                ["title"] = one.Title,
            }),
            ct);
    }

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        db.RemoveRange(await db.AccountRoles.Where(role => role.AdministrationId == administration.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> Runs(string email, Guid administration, CancellationToken ct) =>
        await accounts.FindByEmailAsync(email) is { } known
        && await db.AccountRoles.AnyAsync(role => role.AccountId == known.Id && role.AdministrationId == administration && role.Role == Role.Manager, ct);

    private async Task Invite(AdministrationInfo administration, NewManager manager, CancellationToken ct)
    {
        var known = await accounts.FindByEmailAsync(manager.Email);
        var account = known ?? Account.Of(manager.Email, manager.FirstName.Trim(), manager.LastName.Trim(), clock.GetUtcNow());
        await roles.Grant(account, administration.Id, Role.Manager, manager.Title, manager.Teams, ct);
        if (known is null && await accounts.CreateAsync(account) is { Succeeded: false } refused)
        {
            throw new InvalidOperationException($"{manager.Email}: {refused}");
        }

        await postman.Invitation(account, administration, ct);
        await db.SaveChangesAsync(ct);
    }
}
