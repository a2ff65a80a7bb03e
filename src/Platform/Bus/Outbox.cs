using System.Diagnostics;
using System.Text.Json;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Bus;

/// <summary>
/// The way on to the bus. What is published here becomes part of the handler's one commit and reaches every
/// consumer of its type at least once, in no promised order. Publish before <c>SaveChangesAsync</c>.
/// </summary>
public class Outbox
{
    private readonly Func<TeleservicesDb> db;
    private readonly Current current;
    private readonly BusConsumers consumers;
    private readonly TimeProvider clock;

    internal Outbox(Func<TeleservicesDb> db, Current current, BusConsumers consumers, TimeProvider clock) =>
        (this.db, this.current, this.consumers, this.clock) = (db, current, consumers, clock);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Tells an event to all who listen, in the name of the current administration.</summary>
    /// <exception cref="InvalidOperationException">Nobody listens to this type.</exception>
    public void Publish<T>(T message)
        where T : class => Write(message, current.Administration?.Id);

    /// <summary>Gives an order to one administration: the consumer works for it and for nobody else.</summary>
    /// <exception cref="InvalidOperationException">Nobody listens to this type.</exception>
    public void Send<T>(T message, Guid administrationId)
        where T : class => Write(message, administrationId);

    private void Write<T>(T message, Guid? administrationId)
        where T : class
    {
        var now = clock.GetUtcNow();
        var body = JsonSerializer.Serialize(message, Json);
        var written = false;
        foreach (var consumer in consumers.Of(typeof(T)))
        {
            written = true;
            db().Add(new OutboxMessage
            {
                Id = Guid.CreateVersion7(now),
                Consumer = consumer.Queue,
                Type = typeof(T).FullName!,
                Body = body,
                AdministrationId = administrationId,
                TraceParent = Activity.Current?.Id,
                WrittenAt = now,
                DueAt = now,
            });
        }

        if (!written)
        {
            throw new InvalidOperationException($"Nobody listens to {typeof(T).Name}.");
        }
    }
}
