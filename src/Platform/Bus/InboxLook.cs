using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>Finds the open row of a message. Asked for every message, so it is put together once; one per host, whose model it belongs to.</summary>
internal sealed class InboxLook
{
    private readonly Func<TeleservicesDb, Guid, string, CancellationToken, Task<OpenRow?>> query =
        EF.CompileAsyncQuery((TeleservicesDb db, Guid id, string consumer, CancellationToken ct) => db.Set<OutboxMessage>().TagWith(TeleservicesDb.SharedTables)
            .Where(row => row.Id == id)
            .Select(row => new OpenRow(row, db.Set<InboxMessage>().Any(seen => seen.Consumer == consumer && seen.MessageId == id)))
            .FirstOrDefault());

    public Task<OpenRow?> At(TeleservicesDb db, Guid id, string consumer, CancellationToken ct) => query(db, id, consumer, ct);
}

/// <summary>An open row, and whether its consumer has dealt with it all the same.</summary>
internal sealed record OpenRow(OutboxMessage Row, bool Seen);
