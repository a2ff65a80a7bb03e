using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Dispatch.Bus;

/// <summary>Finds the ledger entry of a request. Asked for every message about one, so it is put together once; one per host, whose model it belongs to.</summary>
internal sealed class LedgerLook
{
    private readonly Func<TeleservicesDb, Guid, CancellationToken, Task<bool>> isThere =
        EF.CompileAsyncQuery((TeleservicesDb db, Guid requestId, CancellationToken ct) => db.Set<LedgerEntry>().Any(entry => entry.RequestId == requestId));

    private readonly Func<TeleservicesDb, Guid, CancellationToken, Task<LedgerEntry>> entryOf =
        EF.CompileAsyncQuery((TeleservicesDb db, Guid requestId, CancellationToken ct) => db.Set<LedgerEntry>().AsSingleQuery().Single(entry => entry.RequestId == requestId));

    /// <summary>Whether the request has an entry.</summary>
    public Task<bool> Knows(TeleservicesDb db, Guid requestId, CancellationToken ct) => isThere(db, requestId, ct);

    /// <summary>The entry, with its decisions and its chain of custody.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Task<LedgerEntry> Of(TeleservicesDb db, Guid requestId, CancellationToken ct) => entryOf(db, requestId, ct);
}
