using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;

namespace Teleservices.Tenancy.Stores;

/// <summary>Writes into the register in which database an administration lives, and tells every process.</summary>
internal sealed class Homes(TenantStore tenants) : IHomes
{
    public async Task Settle(TeleservicesDb db, Guid administration, string? home, CancellationToken ct)
    {
        (await db.Administrations.SingleAsync(row => row.Id == administration, ct)).SettleIn(home);
        await db.Touch(Territory.Register, ct);
    }

    public void Settled() => tenants.Forget();
}
