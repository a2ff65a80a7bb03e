using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Takes due rows out of the outbox to be sent, so that of several dispatchers each gets others. Administrations take turns: a burst of one
/// stands behind the single message of another. A row that is taken is due again after a step of the ladder, whatever becomes of the taker.
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

    /// <summary>No row is due later than the ladder says; one that is was written before the clock was put back, and is due now.</summary>
    private static readonly TimeSpan Impossible = TimeSpan.FromHours(2);

    public Task<List<OutboxMessage>> Take(TeleservicesDb db, DateTimeOffset now, CancellationToken ct)
    {
        object[] values = [db.Moment(now), db.Moment(now + Impossible), options.Value.InFlight, .. Ladder.Select(step => db.Moment(now + step))];
        return db.Alone(() => db.Set<OutboxMessage>().FromSqlRaw(Sql(db), values).AsNoTracking().ToListAsync(ct), ct);
    }

    private static string Sql(TeleservicesDb db)
    {
        var (outbox, rowLock) = db.Database.IsSqlite() ? ("\"platform.outbox\"", "") : ("platform.outbox", "FOR UPDATE SKIP LOCKED");
        var steps = string.Join(' ', Enumerable.Range(0, Ladder.Length - 1).Select(step => $"WHEN {step} THEN {{{(3 + step).ToString(CultureInfo.InvariantCulture)}}}"));
        return $$"""
            WITH waiting AS (
                SELECT "Id", "Consumer", "DueAt", row_number() OVER (PARTITION BY "Consumer", "AdministrationId" ORDER BY "DueAt") AS turn
                FROM {{outbox}} WHERE ("DueAt" <= {0} OR "DueAt" > {1}) AND "ParkedAt" IS NULL),
            flying AS (
                SELECT "Consumer", COUNT(*) AS many FROM {{outbox}} WHERE "SentAt" IS NOT NULL AND "DueAt" > {0} GROUP BY "Consumer"),
            seated AS (
                SELECT waiting."Id", turn, "DueAt", COALESCE(many, 0) + row_number() OVER (PARTITION BY waiting."Consumer" ORDER BY turn, "DueAt") AS seat
                FROM waiting LEFT JOIN flying ON flying."Consumer" = waiting."Consumer")
            UPDATE {{outbox}} SET
                "DueAt" = CASE "Attempts" {{steps}} ELSE {{{3 + Ladder.Length - 1}}} END, "Attempts" = "Attempts" + 1, "SentAt" = {0}
            WHERE "Id" IN (
                SELECT "Id" FROM {{outbox}}
                WHERE "Id" IN (SELECT "Id" FROM seated WHERE seat <= {2} ORDER BY turn, "DueAt" LIMIT {{Batch}}) {{rowLock}})
            RETURNING *
            """;
    }
}
