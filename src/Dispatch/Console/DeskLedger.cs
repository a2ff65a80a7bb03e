using Teleservices.Dispatch.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;

namespace Teleservices.Dispatch.Console;

/// <summary>The ledger as the member of the IT staff at the console may see it: the requests of communes of their desk, and no other.</summary>
internal sealed class DeskLedger(TeleservicesDb db, IDeskOfStaff staff)
{
    public Task<Desk> Desk(CancellationToken ct) => staff.Read(ct);

    public async Task<IQueryable<LedgerEntry>> Entries(CancellationToken ct)
    {
        var desk = await staff.Read(ct);
        var prefix = desk.CogPrefix;
        return desk.IsWhole ? db.WholeLedger : db.WholeLedger.Where(entry => entry.CommuneCog.StartsWith(prefix));
    }
}
