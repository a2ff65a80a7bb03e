using Microsoft.EntityFrameworkCore;

namespace Teleservices.Platform.Data;

/// <summary>
/// SQLite lets one writer in at a time and makes the others poll; here they wait in a fair line instead. Other stores pass.
/// </summary>
internal sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim line = new(1, 1);

    public async ValueTask<Ticket> Enter(DbContext db, CancellationToken ct)
    {
        // Inside a transaction of its own the caller already stands at the head of the line.
        if (!db.Database.IsSqlite() || db.Database.CurrentTransaction is not null)
        {
            return default;
        }

        await line.WaitAsync(ct);
        return new Ticket(line);
    }

    public void Dispose() => line.Dispose();

    internal readonly struct Ticket(SemaphoreSlim? line) : IDisposable
    {
        public void Dispose() => line?.Release();
    }
}
