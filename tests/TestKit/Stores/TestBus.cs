using RabbitMQ.Client;
using Teleservices.Platform.Bus;

namespace Teleservices.TestKit.Stores;

/// <summary>
/// Queues of its own for one test host: in memory or, with <c>TELESERVICES_TEST_BUS=rabbitmq</c>, on the broker that <c>TELESERVICES_TEST_RABBITMQ</c> names.
/// </summary>
public sealed class TestBus : IAsyncDisposable
{
    private readonly string prefix = $"t{Guid.NewGuid():N}-";

    /// <summary>Whether the tests of this run use RabbitMQ.</summary>
    public static bool OnRabbit => Environment.GetEnvironmentVariable("TELESERVICES_TEST_BUS") == "rabbitmq";

    /// <summary>The broker.</summary>
    public static Uri Broker => new(Environment.GetEnvironmentVariable("TELESERVICES_TEST_RABBITMQ")
        ?? throw new InvalidOperationException("TELESERVICES_TEST_BUS is rabbitmq, but TELESERVICES_TEST_RABBITMQ does not say where it is."));

    /// <summary>What a host's configuration needs to find the bus.</summary>
    public IReadOnlyDictionary<string, string?> Settings => OnRabbit
        ? new Dictionary<string, string?> { ["Bus:Transport"] = "rabbitmq", ["Bus:Uri"] = Broker.ToString(), ["Bus:Prefix"] = prefix }
        : new Dictionary<string, string?>();

    /// <summary>The same as a command line.</summary>
    public IEnumerable<string> Arguments => Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! });

    /// <summary>The queue of a consumer on the broker.</summary>
    public string Queue(string consumer) => prefix + consumer;

    /// <summary>A way to the broker past the product.</summary>
    public static async Task<IConnection> Connect() => await new ConnectionFactory { Uri = Broker }.CreateConnectionAsync();

    /// <summary>Removes the queues of these consumers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!OnRabbit)
        {
            return;
        }

        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        var modules = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name?.StartsWith("Teleservices.", StringComparison.Ordinal) == true);
        foreach (var consumer in BusConsumers.QueuesOf(modules))
        {
            // One that is not there is fine.
            await channel.QueueDeleteAsync(prefix + consumer);
            await channel.ExchangeDeleteAsync(prefix + consumer);
        }
    }
}
