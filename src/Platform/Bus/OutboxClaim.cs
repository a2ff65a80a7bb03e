using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Takes due rows out of the outbox to be sent, so that of several dispatchers each gets others. Administrations take turns: a burst of one
/// stands behind the single message of another. A row that is taken is due again after the first step of the ladder, whatever becomes of the
/// taker; once it has been sent, after the step that its attempts have come to.
/// </summary>
internal sealed class OutboxClaim(IOptions<BusOptions> options)
{
    /// <summary>How many rows are taken at once.</summary>
    public const int Batch = 200;

    /// <summary>How long a row may stay open before it is sent again, by attempts made.</summary>
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    public Task<List<OutboxMessage>> Take(TeleservicesDb db, DateTimeOffset now, CancellationToken ct)
    {
        object[] values = [db.Moment(now), options.Value.InFlight, db.Moment(now + Ladder[0])];
        return db.Alone(() => db.Set<OutboxMessage>().FromSqlRaw(Sql(db), values).AsNoTracking().ToListAsync(ct), ct);
    }

    /// <summary>
    /// Says of rows that they were sent. The first time there is nothing to write: taking has put them on the first step, and a row that is
    /// sent more than once is the exception.
    /// </summary>
    public static async Task Sent(TeleservicesDb db, IEnumerable<OutboxMessage> rows, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var step in rows.Where(row => row.Attempts > 1).GroupBy(row => Ladder[Math.Min(row.Attempts, Ladder.Length) - 1], row => row.Id))
        {
            var (ids, due) = (step.ToList(), now + step.Key);

            // Those that have failed in the meantime are on another ladder.
            await db.Alone(() => db.Set<OutboxMessage>().Where(row => ids.Contains(row.Id) && row.SentAt != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due), ct), ct);
        }
    }

    private static string Sql(TeleservicesDb db)
    {
        var (outbox, rowLock) = db.Database.IsSqlite() ? ("\"platform.outbox\"", "") : ("platform.outbox", "FOR UPDATE SKIP LOCKED");
        return $$"""
            WITH waiting AS (
                SELECT "Id", "Consumer", "DueAt", row_number() OVER (PARTITION BY "Consumer", "AdministrationId" ORDER BY "DueAt") AS turn
                FROM {{outbox}} WHERE "DueAt" <= {0} AND "ParkedAt" IS NULL),
            flying AS (
                SELECT "Consumer", COUNT(*) AS many FROM {{outbox}} WHERE "SentAt" IS NOT NULL AND "DueAt" > {0} GROUP BY "Consumer"),
            seated AS (
                SELECT waiting."Id", turn, "DueAt", COALESCE(many, 0) + row_number() OVER (PARTITION BY waiting."Consumer" ORDER BY turn, "DueAt") AS seat
                FROM waiting LEFT JOIN flying ON flying."Consumer" = waiting."Consumer")
            UPDATE {{outbox}} SET
                "DueAt" = {2}, "Attempts" = "Attempts" + 1, "SentAt" = {0}
            WHERE "Id" IN (
                SELECT "Id" FROM {{outbox}}
                WHERE "Id" IN (SELECT "Id" FROM seated WHERE seat <= {1} ORDER BY turn, "DueAt" LIMIT {{Batch}}) {{rowLock}})
            RETURNING *
            """;
    }
}
