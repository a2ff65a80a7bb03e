using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Carries open outbox rows to the bus, again and again on a ladder, until their consumer has deleted them. So neither
/// a dead process nor a lost queue loses a message, and the transport need not keep anything.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, IBus bus, BusConsumers consumers, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    internal const string AdministrationHeader = "teleservices-administration";
    private const int Batch = 200;

    /// <summary>How long a row may stay open before it is sent again, by attempts made.</summary>
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What an earlier process had handed to its in-memory bus went with it: all open rows are due now.
        await Round(db => db.Set<OutboxMessage>().Where(message => message.Attempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, clock.GetUtcNow()), stoppingToken), stoppingToken);

        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = await Round(db => SendDue(db, stoppingToken), stoppingToken);
            if (sent < Batch)
            {
                await signal.WaitForMessages(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task<int> Round(Func<TeleservicesDb, Task<int>> work, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<TeleservicesDb>());
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "The outbox could not be carried on; the next round tries again.");
            return 0;
        }
    }

    private async Task<int> SendDue(TeleservicesDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<OutboxMessage>()
            .Where(message => message.DueAt <= now).OrderBy(message => message.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var message in due)
        {
            message.DueAt = now + Ladder[Math.Min(message.Attempts, Ladder.Length - 1)];
            message.Attempts++;
        }

        await db.SaveChangesAsync(ct);
        foreach (var message in due)
        {
            await Send(message, ct);
        }

        return due.Count;
    }

    private async Task Send(OutboxMessage row, CancellationToken ct)
    {
        using var span = Signals.Continue($"send {row.Consumer}", ActivityKind.Producer, row.TraceParent);
        var type = consumers.MessageNamed(row.Type);
        var message = JsonSerializer.Deserialize(row.Body, type, Outbox.Json)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        var endpoint = await bus.GetSendEndpoint(new Uri($"queue:{row.Consumer}"));
        await endpoint.Send(message, type, Pipe.Execute<SendContext>(context =>
        {
            context.MessageId = row.Id;
            context.Headers.Set(AdministrationHeader, row.AdministrationId?.ToString());
            context.Headers.Set("traceparent", span.Id);
        }), patience.Token);
        Signals.MessagesSent.Add(1, Signals.Consumer(row.Consumer));
    }
}
