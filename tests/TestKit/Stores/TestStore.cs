using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Teleservices.Cases;
using Teleservices.Dispatch;
using Teleservices.Forms;
using Teleservices.Identity;
using Teleservices.Platform;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Tenancy;

namespace Teleservices.TestKit.Stores;

/// <summary>
/// A store of its own for one test host: a SQLite file in the host's folder or, with <c>TELESERVICES_TEST_STORE=postgres</c>, a PostgreSQL database
/// that servers enter as the application role, under row-level security.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string? database;
    private readonly List<string> others = [];

    private TestStore(string folder, string? database)
    {
        this.database = database;
        Settings = database is null
            ? new Dictionary<string, string?> { ["Data:Directory"] = folder }
            : new Dictionary<string, string?>
            {
                ["Data:Directory"] = folder,
                ["Data:Store"] = "postgres",
                ["Data:Connection"] = TestPostgres.As(TestPostgres.Application, database),
                ["Data:OwnerConnection"] = TestPostgres.As(TestPostgres.Owner, database),
                ["Seeds:AtStart"] = "true",
                ["Seeds:Demo"] = "true",
            };
    }

    /// <summary>Whether the tests of this run work on PostgreSQL.</summary>
    public static bool OnPostgres => Environment.GetEnvironmentVariable("TELESERVICES_TEST_STORE") == "postgres";

    /// <summary>A table as SQL calls it on this store: <c>platform.outbox</c> is one name on SQLite, which has no schemas.</summary>
    public static string Named(string table) => OnPostgres ? $"\"{table.Replace(".", "\".\"", StringComparison.Ordinal)}\"" : $"\"{table}\"";

    /// <summary>What a host's configuration needs to find the store.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The same as a command line.</summary>
    public IEnumerable<string> Arguments => Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! });

    /// <summary>A store with the schema of the whole product, and nothing in it. On SQLite the host makes the schema itself.</summary>
    public static async Task<TestStore> Create(string folder)
    {
        if (!OnPostgres)
        {
            return new TestStore(folder, null);
        }

        var database = $"t_{Guid.NewGuid():N}";
        await TestPostgres.Run($"CREATE DATABASE {database} TEMPLATE {await Template.Value} OWNER {TestPostgres.Owner}");
        return new TestStore(folder, database);
    }

    /// <summary>A database beside this one, with the schema on PostgreSQL; on SQLite the host makes it.</summary>
    /// <returns>The settings that name it.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> Add(string name)
    {
        if (!OnPostgres)
        {
            return new Dictionary<string, string?> { [$"Data:Databases:{name}:Connection"] = $"{name}.db" };
        }

        var beside = $"t_{Guid.NewGuid():N}";
        others.Add(beside);
        await TestPostgres.Run($"CREATE DATABASE {beside} TEMPLATE {await Template.Value} OWNER {TestPostgres.Owner}");
        return new Dictionary<string, string?>
        {
            [$"Data:Databases:{name}:Connection"] = TestPostgres.As(TestPostgres.Application, beside),
            [$"Data:Databases:{name}:OwnerConnection"] = TestPostgres.As(TestPostgres.Owner, beside),
        };
    }

    /// <summary>A PostgreSQL database of the owner's, with nothing in it at all.</summary>
    public static async Task<TestStore> CreateEmpty(string folder)
    {
        var database = $"t_{Guid.NewGuid():N}";
        await TestPostgres.Run($"CREATE DATABASE {database} OWNER {TestPostgres.Owner}");
        return new TestStore(folder, database);
    }

    /// <summary>PostgreSQL: how whoever sees every row comes in.</summary>
    public string Superuser => TestPostgres.As(null, database);

    /// <summary>A look past all filters and policies, for a test that searches everywhere.</summary>
    public async Task<DbConnection> OpenAsSuperuser()
    {
        DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(Settings["Data:Directory"]!, "teleservices.db")};Mode=ReadOnly")
            : new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A change past all filters and policies, for a test that breaks something.</summary>
    public async Task Change(string sql)
    {
        await using DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(Settings["Data:Directory"]!, "teleservices.db")};Default Timeout=10")
            : new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            foreach (var one in others.Append(database))
            {
                await TestPostgres.Run($"DROP DATABASE IF EXISTS {one} WITH (FORCE)");
            }
        }
    }

    /// <summary>One database per test process has the schema; the others are copies of it.</summary>
    private static async Task<string> MakeTemplate()
    {
        var template = $"template_{Guid.NewGuid():N}";
        await TestPostgres.Run($"CREATE DATABASE {template} OWNER {TestPostgres.Owner}");
        var store = new TestStore(Path.GetTempPath(), template);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(store.Settings).AddInMemoryCollection([new("Data:AsOwner", "true")]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddPlatform(configuration).AddTenancy(configuration).AddForms(configuration).AddDispatch(configuration).AddCases(configuration).AddIdentity(configuration);
        await using (var provider = services.BuildServiceProvider())
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TeleservicesDb>()
                .BringUpToDate(provider.GetRequiredService<IOptions<DataOptions>>().Value, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<PairwiseIds>().Prepare(CancellationToken.None);
        }

        NpgsqlConnection.ClearAllPools();
        return template;
    }
}

/// <summary>Short questions to a connection.</summary>
public static class Asking
{
    /// <summary>The first column of what is found, as text.</summary>
    public static async Task<IReadOnlyList<string>> Strings(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
