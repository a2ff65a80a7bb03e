using System.Collections.Concurrent;
using MassTransit;
using Teleservices.Contracts;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.Bus;

/// <summary>What reached the other modules, and for which administration.</summary>
public sealed class BusWitness
{
    public ConcurrentBag<(string Administration, object Message)> Heard { get; } = [];

    public IReadOnlyList<(string Administration, T Message)> Of<T>() =>
        [.. Heard.Where(heard => heard.Message is T).Select(heard => (heard.Administration, (T)heard.Message))];

    internal void Hear(Current current, object message) => Heard.Add((current.Administration?.Identifier ?? "", message));
}

/// <summary>Stands where Cases stands.</summary>
internal sealed class HolderStandIn(BusWitness witness, Current current) : IConsumer<OpenCase>
{
    public Task Consume(ConsumeContext<OpenCase> context)
    {
        witness.Hear(current, context.Message);
        return Task.CompletedTask;
    }
}

/// <summary>Stands where Cases stands.</summary>
internal sealed class ReplyStandIn(BusWitness witness, Current current) : IConsumer<AddToCase>
{
    public Task Consume(ConsumeContext<AddToCase> context)
    {
        witness.Hear(current, context.Message);
        return Task.CompletedTask;
    }
}

/// <summary>Stands where Forms stands.</summary>
internal sealed class ResidentStandIn(BusWitness witness, Current current) : IConsumer<RequestRouted>
{
    public Task Consume(ConsumeContext<RequestRouted> context)
    {
        witness.Hear(current, context.Message);
        return Task.CompletedTask;
    }
}
