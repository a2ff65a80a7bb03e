using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>Forgets what was consumed long ago: a copy that is older than a week of broker outage does not come any more.</summary>
internal sealed class InboxCleaner(Databases databases, TimeProvider clock, ILogger<InboxCleaner> log) : RecurringWork(clock, log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task Work(CancellationToken ct)
    {
        await using var common = databases.Open(null);
        var before = Clock.GetUtcNow() - Kept;
        await foreach (var db in common.Everywhere())
        {
            await db.Set<InboxMessage>().Where(message => message.ConsumedAt < before).ExecuteDeleteAsync(ct);
        }
    }
}
