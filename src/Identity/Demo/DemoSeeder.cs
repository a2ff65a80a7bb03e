using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Access;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Demo;

/// <summary>Makes the demo accounts, in the embedded set-up only. A second run changes what differs and leaves passwords as people set them.</summary>
internal sealed class DemoSeeder(
    TeleservicesDb db, UserManager<Account> accounts, RoleBook roles, ITenantStore tenants, ITerritory territory, TimeProvider clock) : ISeeder
{
    private DemoFile? file;

    public int Order => 40;

    public void Read(SeedFolder folder) => file = folder.Demo ? DemoFile.Read(folder) : null;

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var (added, changed, unchanged) = (0, 0, 0);
        var administrations = (await tenants.All(ct)).ToDictionary(administration => administration.Identifier, administration => administration.Id);
        var hash = file is null ? null : accounts.PasswordHasher.HashPassword(null!, file.Password);
        foreach (var person in file?.People ?? [])
        {
            var known = await accounts.FindByEmailAsync(person.Email);
            var account = known ?? NewAccount(person, hash!);
            var differs = false;
            foreach (var role in person.Roles)
            {
                Guid? administration = role.Administration is { } slug ? administrations[slug] : null;
                differs |= await roles.Grant(account, administration, role.Role, role.Title, role.Teams, ct);
            }

            if (known is null)
            {
                var made = await accounts.CreateAsync(account);
                added += made.Succeeded ? 1 : throw new InvalidOperationException($"{person.Email}: {made}");
            }
            else
            {
                await db.SaveChangesAsync(ct);
                (changed, unchanged) = differs ? (changed + 1, unchanged) : (changed, unchanged + 1);
            }
        }

        return new SeedSummary("demo accounts", added, changed, unchanged);
    }

    private Account NewAccount(DemoPerson person, string passwordHash)
    {
        var account = Account.Of(person.Email, person.FirstName, person.LastName, clock.GetUtcNow());
        account.PasswordHash = passwordHash;
        account.Residence = person.Residence is not { } home ? null : new PostalAddress
        {
            Street = home.Street,
            Complement = home.Complement,
            Postcode = home.Postcode,
            City = territory.Commune(home.Commune)?.Name ?? throw new InvalidOperationException($"{person.Email}: no commune {home.Commune}."),
            Cog = home.Commune,
        };
        return account;
    }
}
