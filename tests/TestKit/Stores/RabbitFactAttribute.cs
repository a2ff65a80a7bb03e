namespace Teleservices.TestKit.Stores;

/// <summary>A promise that needs a broker of its own process; skipped with its reason in a run in memory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RabbitFactAttribute : Xunit.FactAttribute
{
    /// <summary>Asks which bus this run is on.</summary>
    public RabbitFactAttribute() =>
        Skip = TestBus.OnRabbit ? null : "Needs RabbitMQ: infra/development/services start, then TELESERVICES_TEST_BUS=rabbitmq.";
}
