using Xunit;

namespace Teleservices.TestKit.Stores;

/// <summary>A promise that only PostgreSQL can keep; skipped with its reason in a run on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Asks which store this run is on.</summary>
    public PostgresFactAttribute() =>
        Skip = TestStore.OnPostgres ? null : "Needs PostgreSQL: infra/development/services start, then TELESERVICES_TEST_STORE=postgres.";
}
