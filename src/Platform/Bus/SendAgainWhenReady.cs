using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>
/// A queue that has become ready is a new one as far as anybody knows: the process may be new, the broker may have lost its disk. What is open
/// for it is due now and does not wait for its step of the ladder; copies do no harm.
/// </summary>
internal sealed class SendAgainWhenReady(Databases databases, IOptions<BusOptions> options, OutboxSignal signal, TimeProvider clock, ILogger<SendAgainWhenReady> log) : IReceiveEndpointObserver
{
    public async Task Ready(ReceiveEndpointReady ready)
    {
        var queue = options.Value.ConsumerOf(ready.InputAddress);
        try
        {
            await using var common = databases.Open(null);
            var (now, open) = (clock.GetUtcNow(), 0);
            await foreach (var db in common.Everywhere())
            {
                open += await db.Alone(() => db.Set<OutboxMessage>()
                    .Where(row => row.Consumer == queue && row.Attempts > 0 && row.ParkedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now).SetProperty(row => row.SentAt, (DateTimeOffset?)null)), CancellationToken.None);
            }

            if (open > 0)
            {
                log.LogInformation("{Queue} is ready; {Count} open messages are sent again.", queue, open);
                signal.Committed(messagesWritten: true, mailsWritten: false);
            }
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "{Queue} is ready; its open messages wait for the ladder.", queue);
        }
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
