using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>How far a message is on the bus that its consumer has not dealt with yet.</summary>
public enum MessageProgress
{
    /// <summary>It is written, and not handed to the bus yet.</summary>
    Written,

    /// <summary>The bus has it, or had it and will get it again.</summary>
    Sent,

    /// <summary>It waits for a person.</summary>
    Parked,
}

/// <summary>Messages of one type that are not dealt with, by the request that they speak of.</summary>
/// <param name="Progress">How far the one is that has come furthest; a parked one before all.</param>
/// <param name="Reason">Why it is parked.</param>
public readonly record struct MessageOnItsWay(MessageProgress Progress, string? Reason);

/// <summary>
/// Reads out of the outboxes what is still to be done, so that nobody has to write down what was sent: a message that is there no more was dealt with.
/// Costs as much as there are open messages, and nothing while they are sent.
/// </summary>
public static partial class MessagesOnTheirWay
{
    /// <summary>A message that speaks of a request begins with its identifier; so many characters hold it.</summary>
    private const int Beginning = 60;

    /// <summary>The open messages of this type, by request.</summary>
    /// <typeparam name="T">A message whose first property is its request.</typeparam>
    public static async Task<IReadOnlyDictionary<Guid, MessageOnItsWay>> OnTheirWay<T>(this TeleservicesDb db, CancellationToken ct)
        where T : class
    {
        var type = typeof(T).FullName!;
        var found = new Dictionary<Guid, MessageOnItsWay>();
        await foreach (var one in db.Everywhere())
        {
            var rows = await one.Set<OutboxMessage>().Where(row => row.Type == type && !row.Forged)
                .Select(row => new { Start = row.Body.Substring(0, Beginning), row.Attempts, row.ParkedAt, row.LastError }).ToListAsync(ct);
            foreach (var row in rows)
            {
                if (Request().Match(row.Start) is not { Success: true } match)
                {
                    continue;
                }

                var request = Guid.Parse(match.Groups[1].ValueSpan);
                var now = row.ParkedAt is not null ? new MessageOnItsWay(MessageProgress.Parked, row.LastError)
                    : new MessageOnItsWay(row.Attempts > 0 ? MessageProgress.Sent : MessageProgress.Written, null);

                // An order that is repeated does not take back that the first one was sent.
                if (!found.TryGetValue(request, out var known) || now.Progress > known.Progress)
                {
                    found[request] = now;
                }
            }
        }

        return found;
    }

    [GeneratedRegex("^\\{\"requestId\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Request();
}
