using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Operations;

namespace Teleservices.Server.Operations;

/// <summary>Measures the work that is left to do, every quarter of a minute: a page of metrics must not cost queries.</summary>
internal sealed class Gauges(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Gauges> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private volatile IReadOnlyList<OpenMessages> open = [];
    private volatile LedgerTroubleCounts troubles = new(0, 0, 0);
    private volatile int mails;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Signals.Observe("teleservices_outbox_open", () => open.Select(queue => new Measurement<double>(queue.Count, Signals.Consumer(queue.Consumer))));
        Signals.Observe("teleservices_outbox_oldest_seconds", () =>
            [new Measurement<double>(open.Count == 0 ? 0 : (clock.GetUtcNow() - open.Min(queue => queue.OldestWrittenAt)).TotalSeconds)]);
        Signals.Observe("teleservices_ledger_requests", () =>
        [
            new Measurement<double>(troubles.InTriage, new KeyValuePair<string, object?>("state", "parked")),
            new Measurement<double>(troubles.Undelivered, new KeyValuePair<string, object?>("state", "routed")),
        ]);
        Signals.Observe("teleservices_ledger_oldest_open_seconds", () =>
            [new Measurement<double>(troubles.OldestOpenSince is { } since ? (clock.GetUtcNow() - since).TotalSeconds : 0)]);
        Signals.Observe("teleservices_mails_open", () => [new Measurement<double>(mails)]);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
                open = await db.OpenMessages(stoppingToken);
                mails = await db.Set<OutgoingMail>().CountAsync(mail => mail.SentAt == null, stoppingToken);
                troubles = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LedgerTroubles(clock.GetUtcNow().AddMinutes(-1)), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "The work that is left could not be measured; the next look tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
