using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>Messages that a consumer has not dealt with yet.</summary>
/// <param name="Consumer">Name of the consumer: <c>dispatch-route-request</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="OldestWrittenAt">When the oldest was written.</param>
/// <param name="Failing">How many of them failed at the last attempt.</param>
public sealed record OpenMessages(string Consumer, int Count, DateTimeOffset OldestWrittenAt, int Failing);

/// <summary>A message that is not sent any more until a person decides.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Consumer">Whom it is for.</param>
/// <param name="Type">Short name of the message.</param>
/// <param name="RequestId">The request that it speaks of, or nothing.</param>
/// <param name="AdministrationId">In whose name it was written, or nothing.</param>
/// <param name="ParkedAt">Since when.</param>
/// <param name="Failures">How often its consumer failed.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="Forged">It did not come from an outbox and will never be sent.</param>
public sealed record ParkedMessage(
    Guid Id, string Consumer, string Type, Guid? RequestId, Guid? AdministrationId, DateTimeOffset ParkedAt, int Failures, string? Reason, bool Forged);

/// <summary>Looks at the work that is left to do, for whoever watches the platform.</summary>
public static class OutboxLook
{
    /// <summary>Open messages by consumer, the oldest first; nothing when all is done. Parked ones are not among them.</summary>
    public static async Task<IReadOnlyList<OpenMessages>> OpenMessages(this TeleservicesDb db, CancellationToken ct)
    {
        var open = await Each(db, one => one.Set<OutboxMessage>()
            .Where(message => message.ParkedAt == null)
            .GroupBy(message => message.Consumer)
            .Select(group => new
            {
                Consumer = group.Key,
                Count = group.Count(),
                Oldest = group.Min(message => message.WrittenAt),
                Failing = group.Count(message => message.LastError != null),
            })
            .ToListAsync(ct));
        return
        [
            .. open.SelectMany(rows => rows).GroupBy(row => row.Consumer)
                .Select(rows => new OpenMessages(rows.Key, rows.Sum(row => row.Count), rows.Min(row => row.Oldest), rows.Sum(row => row.Failing)))
                .OrderBy(row => row.OldestWrittenAt),
        ];
    }

    /// <summary>Parked messages, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<ParkedMessage>> ParkedMessages(this TeleservicesDb db, int limit, CancellationToken ct)
    {
        var rows = await Each(db, one => one.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.ParkedAt != null).OrderByDescending(row => row.ParkedAt).Take(limit).ToListAsync(ct));
        return [.. rows.SelectMany(some => some).OrderByDescending(row => row.ParkedAt).Take(limit).Select(row => new ParkedMessage(
            row.Id, row.Consumer, row.Type[(row.Type.LastIndexOf('.') + 1)..], RequestOf(row), row.AdministrationId, row.ParkedAt!.Value, row.Failures, row.LastError, row.Forged))];
    }

    /// <summary>When the oldest message that is on its way was written, or nothing. One that keeps failing is no backlog: nothing waits behind it.</summary>
    public static async Task<DateTimeOffset?> OldestOpenMessage(this TeleservicesDb db, CancellationToken ct) =>
        (await Each(db, one => one.Set<OutboxMessage>().Where(row => row.ParkedAt == null && row.Failures == 0).MinAsync(row => (DateTimeOffset?)row.WrittenAt, ct))).Min();

    /// <summary>How many messages are parked.</summary>
    public static async Task<int> CountParkedMessages(this TeleservicesDb db, CancellationToken ct) =>
        (await Each(db, one => one.Set<OutboxMessage>().CountAsync(row => row.ParkedAt != null, ct))).Sum();

    /// <summary>Sends parked messages again, from the foot of the ladder. The caller has asked for the right and leaves the trace.</summary>
    /// <returns>How many; forged ones never are.</returns>
    public static async Task<int> SendParkedAgain(this TeleservicesDb db, IReadOnlyCollection<Guid> messages, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await Each(db, one => one.Alone(() => one.Set<OutboxMessage>().Where(row => messages.Contains(row.Id) && row.ParkedAt != null && !row.Forged).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.ParkedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.Failures, 0)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.DueAt, now),
            ct), ct))).Sum();
    }

    /// <summary>The same question to each database: the common one and those that administrations have for themselves.</summary>
    private static async Task<List<T>> Each<T>(TeleservicesDb db, Func<TeleservicesDb, Task<T>> ask)
    {
        var answers = new List<T>();
        await foreach (var one in db.Everywhere())
        {
            answers.Add(await ask(one));
        }

        return answers;
    }

    private static Guid? RequestOf(OutboxMessage row)
    {
        using var body = System.Text.Json.JsonDocument.Parse(row.Body);
        return body.RootElement.TryGetProperty("requestId", out var request) && request.TryGetGuid(out var id) ? id : null;
    }
}
