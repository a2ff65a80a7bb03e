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
internal sealed class Gauges(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Gauges> log) : RecurringWork(clock, log)
{
    private volatile IReadOnlyList<OpenMessages> open = [];
    private volatile LedgerTroubleCounts troubles = new(0, 0, 0);
    private volatile int mails;

    protected override TimeSpan Every => TimeSpan.FromSeconds(15);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Signals.Observe("teleservices_outbox_open", () => open.Select(queue => new Measurement<double>(queue.Count, Signals.Consumer(queue.Consumer))));
        Signals.Observe("teleservices_outbox_oldest_seconds", () =>
            [new Measurement<double>(open.Count == 0 ? 0 : (Clock.GetUtcNow() - open.Min(queue => queue.OldestWrittenAt)).TotalSeconds)]);
        Signals.Observe("teleservices_ledger_requests", () =>
        [
            new Measurement<double>(troubles.InTriage, new KeyValuePair<string, object?>("state", "parked")),
            new Measurement<double>(troubles.Undelivered, new KeyValuePair<string, object?>("state", "routed")),
        ]);
        Signals.Observe("teleservices_ledger_oldest_open_seconds", () =>
            [new Measurement<double>(troubles.OldestOpenSince is { } since ? (Clock.GetUtcNow() - since).TotalSeconds : 0)]);
        Signals.Observe("teleservices_mails_open", () => [new Measurement<double>(mails)]);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        open = await db.OpenMessages(ct);
        mails = await db.Set<OutgoingMail>().CountAsync(mail => mail.SentAt == null, ct);
        troubles = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LedgerTroubles(Clock.GetUtcNow().AddMinutes(-1)), ct);
    }
}
