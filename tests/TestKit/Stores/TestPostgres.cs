using Npgsql;

namespace Teleservices.TestKit.Stores;

/// <summary>The PostgreSQL server of a test run, with its two roles.</summary>
internal static class TestPostgres
{
    public const string Owner = "teleservices_owner";
    public const string Application = "teleservices_app";
    private static readonly Lazy<Task> Roles = new(MakeRoles);

    private static string Server => Environment.GetEnvironmentVariable("TELESERVICES_TEST_POSTGRES")
        ?? throw new InvalidOperationException("TELESERVICES_TEST_STORE is postgres, but TELESERVICES_TEST_POSTGRES does not say where it is.");

    /// <summary>The connection of a role to a database; nothing for either: the superuser, its own database.</summary>
    public static string As(string? role, string? database)
    {
        var connection = new NpgsqlConnectionStringBuilder(Server) { MaxPoolSize = 40 };
        connection.Username = role ?? connection.Username;
        connection.Database = database ?? connection.Database;
        return connection.ConnectionString;
    }

    /// <summary>One statement as the superuser.</summary>
    public static async Task Run(string sql)
    {
        await Roles.Value;
        await Execute(sql);
    }

    /// <summary>Test processes start at the same time: the second to come finds the roles there.</summary>
    private static async Task MakeRoles()
    {
        foreach (var role in new[] { Owner, Application })
        {
            try
            {
                await Execute($"CREATE ROLE {role} LOGIN");
            }
            catch (PostgresException there) when (there.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
            {
            }
        }
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(As(null, null));
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names that this class makes up.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
