using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Bus;

/// <summary>A consumer and the queue it reads, named <c>module-what-it-does</c>.</summary>
/// <param name="Queue">Name of its queue.</param>
/// <param name="Consumer">The class.</param>
/// <param name="Message">The message it takes.</param>
internal sealed record BusConsumer(string Queue, Type Consumer, Type Message)
{
    /// <summary>Whether its work is committed where the administration lives.</summary>
    public bool AtHome { get; } = ModelParts.Moves(Consumer.Assembly);
}

/// <summary>What travels for a message: its type and no content. The consumer reads that from the outbox row, so nothing personal passes through a broker.</summary>
/// <param name="Message">The type.</param>
/// <param name="Empty">An instance with nothing in it.</param>
internal sealed record BusCall(Type Message, object Empty);

/// <summary>Who listens to what; read from the modules' assemblies.</summary>
internal sealed partial class BusConsumers(IEnumerable<BusConsumer> consumers)
{
    private readonly ILookup<Type, BusConsumer> byMessage = consumers.ToLookup(consumer => consumer.Message);
    private readonly HashSet<string> atHome = [.. consumers.Where(consumer => consumer.AtHome).Select(consumer => consumer.Queue)];
    private readonly Dictionary<string, BusCall> calls = consumers
        .Select(consumer => consumer.Message).Distinct().ToDictionary(message => message.FullName!, message => new BusCall(message, JsonSerializer.Deserialize("{}", message)!));

    public IEnumerable<BusConsumer> All { get; } = consumers;

    public IEnumerable<BusConsumer> Of(Type message) => byMessage[message];

    public bool AtHome(string queue) => atHome.Contains(queue);

    public BusCall CallTo(string message) => calls[message];

    public static IEnumerable<string> QueuesOf(IEnumerable<Assembly> modules) => modules.SelectMany(In).Select(consumer => consumer.Queue);

    public static void Register(IServiceCollection services, Assembly module)
    {
        foreach (var consumer in In(module))
        {
            services.AddSingleton(consumer);
        }
    }

    private static IEnumerable<BusConsumer> In(Assembly module) =>
        from type in module.GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IConsumer<>)
        select new BusConsumer(QueueOf(module, type), type, contract.GenericTypeArguments[0]);

    private static string QueueOf(Assembly module, Type consumer)
    {
        var moduleName = module.GetName().Name!.Split('.')[^1];
        var what = consumer.Name.EndsWith("Consumer", StringComparison.Ordinal) ? consumer.Name[..^"Consumer".Length] : consumer.Name;
        return $"{moduleName}-{WordStart().Replace(what, "-$1")}".ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
