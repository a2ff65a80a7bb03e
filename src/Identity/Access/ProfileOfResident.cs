using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Access;

/// <summary>Read from the account when a form asks: nothing to keep in step, nothing personal in a cookie. One page asks once.</summary>
internal sealed class ProfileOfResident(TeleservicesDb db, Current current) : IProfileOfResident
{
    private (Guid? Resident, ResidentProfile? Profile)? known;

    public async Task<ResidentProfile?> Read(CancellationToken ct)
    {
        if (known is not { } before || before.Resident != current.Resident)
        {
            known = before = (current.Resident, await Ask(ct));
        }

        return before.Profile;
    }

    private async Task<ResidentProfile?> Ask(CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().TagWith(TeleservicesDb.SharedTables).SingleOrDefaultAsync(one => one.Id == current.Resident, ct);
        return account is null ? null : new ResidentProfile(
            account.Civility switch { Civility.Madam => "madame", Civility.Sir => "monsieur", null => null },
            account.FirstName,
            account.LastName,
            account.Email!,
            account.PhoneNumber,
            account.Residence is { } home ? new ResidentAddress(home.Street, home.Complement, home.Postcode, home.City, home.Cog) : null);
    }
}
