using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Bus;

/// <summary>
/// Keeps messages that no outbox has sent, so that somebody asks who could write to the broker; they have no other effect. Only the first few
/// and only their beginning: a flood of them is counted and logged, and must not fill the store.
/// </summary>
internal sealed class ForgedMessages(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgedMessages> log)
{
    internal const int Kept = 200;
    internal const int BodyLength = 4000;

    /// <summary>Parks one.</summary>
    /// <param name="consumer">Whom it was for.</param>
    /// <param name="received">As it came.</param>
    /// <param name="type">What it claims to be.</param>
    /// <param name="why">What betrays it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task Park(string consumer, ReceiveContext received, string type, string why, CancellationToken ct)
    {
        var id = received.GetMessageId();
        log.LogError("Forged message {MessageId} in {Consumer}: {Why} It is parked and has no effect.", id, consumer, why);
        Signals.MessagesFailed.Add(1, Signals.Consumer(consumer));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        if (await db.Set<OutboxMessage>().CountAsync(row => row.ParkedAt != null && row.Forged, ct) >= Kept)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var body = received.Body.GetString();
        db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Consumer = consumer,
            Type = type,

            // Escaped inside JSON of our own: whatever was sent, it is text that can be stored and shown.
            Body = JsonSerializer.Serialize(new { body.Length, Received = body[..Math.Min(body.Length, BodyLength)] }, Outbox.Json),
            AdministrationId = Guid.TryParse(received.TransportHeaders.Get<string>(OutboxDispatcher.AdministrationHeader), out var claimed) ? claimed : null,
            WrittenAt = now,
            DueAt = now,
            ParkedAt = now,
            Forged = true,
            LastError = $"{why} Message {id}.",
        });
        await db.SaveChangesAsync(ct);
    }
}
