using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>
/// No open row is due later than its ladders say: at once when it is new, after ten seconds, after a minute, and so on. One that is was written by a
/// clock that went ahead, and is made due now; clocks may differ by as much as is added here. Beside the claim and not in it: hardly ever is there one.
/// </summary>
internal sealed class AheadOfTime(Databases databases, OutboxSignal signal, TimeProvider clock, ILogger<AheadOfTime> log) : RecurringWork(clock, log)
{
    private static readonly (int Attempts, int Failures, TimeSpan Latest)[] Possible =
    [
        (1, 2, TimeSpan.FromSeconds(10 + 10)), (2, 3, TimeSpan.FromSeconds(60 + 10)), (int.MaxValue, int.MaxValue, TimeSpan.FromMinutes(120 + 10)),
    ];

    /// <summary>From when on a row is due too late to be true, as the branches of a CASE; its moments stand from the second value on.</summary>
    private static readonly string Late = string.Join(' ', Possible.Select((step, place) => string.Create(
        CultureInfo.InvariantCulture, $"WHEN \"Attempts\" <= {step.Attempts} AND \"Failures\" <= {step.Failures} THEN {{{1 + place}}}")));

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task Work(CancellationToken ct)
    {
        await using var common = databases.Open(null);
        await foreach (var db in common.Everywhere())
        {
            if (await Bring(db, Clock.GetUtcNow(), ct) > 0)
            {
                signal.Committed(messagesWritten: true, mailsWritten: false);
            }
        }
    }

    /// <summary>Makes due what a clock that went ahead has put off.</summary>
    /// <returns>How many.</returns>
    internal static Task<int> Bring(TeleservicesDb db, DateTimeOffset now, CancellationToken ct)
    {
        object[] values = [db.Moment(now), .. Possible.Select(step => db.Moment(now + step.Latest))];
        return db.Alone(() => db.Database.ExecuteSqlRawAsync(Sql(db), values, ct), ct);
    }

    /// <summary>The first condition is the index's, the last one the truth.</summary>
    private static string Sql(TeleservicesDb db)
    {
        var outbox = db.Database.IsSqlite() ? "\"platform.outbox\"" : "platform.outbox";
        return $$"""UPDATE {{outbox}} SET "DueAt" = {0}, "SentAt" = NULL WHERE "DueAt" > {1} AND "ParkedAt" IS NULL AND "DueAt" > CASE {{Late}} END""";
    }
}
