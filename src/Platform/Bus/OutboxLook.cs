using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>Messages that a consumer has not dealt with yet.</summary>
/// <param name="Consumer">Name of its queue: <c>dispatch-route-request</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="OldestWrittenAt">When the oldest was written.</param>
/// <param name="Failing">How many of them failed at the last attempt.</param>
public sealed record OpenMessages(string Consumer, int Count, DateTimeOffset OldestWrittenAt, int Failing);

/// <summary>Looks at the work that is left to do, for whoever watches the platform.</summary>
public static class OutboxLook
{
    /// <summary>Open messages by consumer, the oldest first; nothing when all is done.</summary>
    public static async Task<IReadOnlyList<OpenMessages>> OpenMessages(this TeleservicesDb db, CancellationToken ct)
    {
        var open = await db.Set<OutboxMessage>()
            .GroupBy(message => message.Consumer)
            .Select(group => new
            {
                Consumer = group.Key,
                Count = group.Count(),
                Oldest = group.Min(message => message.WrittenAt),
                Failing = group.Count(message => message.LastError != null),
            })
            .ToListAsync(ct);
        return [.. open.OrderBy(row => row.Oldest).Select(row => new OpenMessages(row.Consumer, row.Count, row.Oldest, row.Failing))];
    }
}
