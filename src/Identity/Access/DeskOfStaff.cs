using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Access;

/// <summary>Asked at each request, as the role is: a desk that was changed is another one at the next click.</summary>
internal sealed class DeskOfStaff(TeleservicesDb db, Current current) : IDeskOfStaff
{
    public async Task<Desk> Read(CancellationToken ct)
    {
        var account = current.RequiredResident;
        return new Desk(await db.AccountRoles.Where(one => one.AccountId == account && one.AdministrationId == null && one.Role == Role.ItStaff)
            .Select(one => one.Desk).SingleAsync(ct));
    }
}
