using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Teleservices.Benchmarks.Machine;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Benchmarks.Site;

/// <summary>The product on a fresh store with the real seeds, in processes of its own, and the yardstick beside it on the same kind of store.</summary>
internal sealed class RunningSite(Asked asked) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-bench-").FullName;
    private readonly Services services = new();
    private readonly TestBus bus = new();
    private readonly List<ServerProcess> servers = [];
    private TestStore store = null!;
    private TestStore? yardstickStore;
    private Process? yardstick;

    public int Port { get; } = ServerProcess.FreePort();

    public int YardstickPort { get; } = ServerProcess.FreePort();

    /// <summary>Where everything of this run lies; gone at its end.</summary>
    public string Folder => folder;

    /// <summary>Where the store is, for the command line; on PostgreSQL a backup comes in as a role that sees every row.</summary>
    public IReadOnlyDictionary<string, string?> Settings => asked.OnPostgres
        ? new Dictionary<string, string?>(store.Settings) { ["Data:BackupConnection"] = store.Superuser }
        : store.Settings;

    /// <summary>Everything that works for the product.</summary>
    public IReadOnlyList<ProcessGroup> Groups =>
        [.. servers.Select((server, number) => new ProcessGroup(number == 0 ? "server" : "worker", [server.Id])), .. services.Groups];

    /// <summary>Everything that works for the yardstick.</summary>
    public IReadOnlyList<ProcessGroup> YardstickGroups =>
        [new ProcessGroup("yardstick", [yardstick!.Id]), .. services.Groups.Where(group => group.Name == "postgres")];

    /// <summary>Starts services and product. With <c>--processes 2</c> web and worker are two processes, as in an IT department.</summary>
    public async Task Start()
    {
        await services.Start(asked);
        store = await TestStore.Create(folder);
        await StartServers();
    }

    /// <summary>The command line that leads to the store and the bus.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        .. store.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value!.Replace("Maximum Pool Size=40", "Maximum Pool Size=50", StringComparison.Ordinal) }),
        .. bus.Arguments,
    ];

    /// <summary>Starts the product's processes on the store as it is.</summary>
    /// <returns>Seconds until it answered.</returns>
    public async Task<double> StartServers()
    {
        var began = TimeProvider.System.GetTimestamp();
        string[][] roles = asked.Number("processes", 1) == 2 ? [["--roles", "web,identity"], ["--roles", "worker"]] : [[]];
        foreach (var role in roles)
        {
            var server = new ServerProcess([.. Arguments, .. role], servers.Count == 0 ? Port : ServerProcess.FreePort());
            servers.Add(server);
            await server.Start();
        }

        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    public async Task StopServers()
    {
        foreach (var server in servers)
        {
            await server.Kill();
        }

        servers.Clear();
    }

    public async Task StartYardstick()
    {
        yardstickStore = await TestStore.Create(folder);
        var connection = asked.OnPostgres
            ? yardstickStore.Settings["Data:OwnerConnection"]!.Replace("Maximum Pool Size=40", "Maximum Pool Size=50", StringComparison.Ordinal)
            : $"Data Source={Path.Combine(folder, "yardstick.db")}";
        string[] arguments = [typeof(RunningSite).Assembly.Location, "yardstick", "--store", asked.Store, "--connection", connection, "--urls", $"http://127.0.0.1:{YardstickPort}"];
        var start = new ProcessStartInfo("dotnet", arguments);
        if (asked.OnPostgres)
        {
            // EnsureCreated makes tables in an empty database only; this one is a copy of the product's.
            await Execute(yardstickStore, """CREATE TABLE IF NOT EXISTS "Filed" ("Id" uuid PRIMARY KEY, "Name" text NOT NULL, "Place" text NOT NULL, "Text" text NOT NULL, "At" timestamptz NOT NULL); GRANT ALL ON "Filed" TO teleservices_owner""");
        }

        // As the product's: the garbage collector of servers.
        start.Environment["DOTNET_gcServer"] = "1";
        yardstick = Process.Start(start)!;
        using var probe = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await probe.GetAsync(new Uri($"http://127.0.0.1:{YardstickPort}/form"));
                return;
            }
            catch (HttpRequestException) when (tries < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Residents who differ in nothing but their address; they sign in like everybody else.</summary>
    /// <returns>A file with one e-mail address a line.</returns>
    public async Task<string> Residents(int many)
    {
        await using var connection = await OpenToWrite(store);
        var columns = new List<string>();
        await using (var look = connection.CreateCommand())
        {
            look.CommandText = $"SELECT * FROM {Table("identity.account")} LIMIT 0";
            await using var reader = await look.ExecuteReaderAsync();
            columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }

        var emails = Enumerable.Range(1, many).Select(number => $"resident{number}@example.org").ToList();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var email in emails)
        {
            var own = new Dictionary<string, object>
            {
                ["Id"] = Guid.NewGuid(),
                ["UserName"] = email,
                ["Email"] = email,
                ["NormalizedUserName"] = email.ToUpperInvariant(),
                ["NormalizedEmail"] = email.ToUpperInvariant(),
            };
            var values = columns.Select(column => own.ContainsKey(column) ? $"@{column}" : $"\"{column}\"");
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
#pragma warning disable CA2100 // Names of columns.
            insert.CommandText = $"INSERT INTO {Table("identity.account")} ({string.Join(',', columns.Select(column => $"\"{column}\""))}) " +
                $"SELECT {string.Join(',', values)} FROM {Table("identity.account")} WHERE \"Email\" = 'camille.martin@example.org'";
#pragma warning restore CA2100
            foreach (var (name, value) in own)
            {
                var parameter = insert.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
                insert.Parameters.Add(parameter);
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return await List("people", emails);
    }

    /// <summary>A file for the load generator, one entry a line.</summary>
    public async Task<string> List(string name, IEnumerable<string> lines)
    {
        var file = Path.Combine(folder, $"{name}-{Guid.NewGuid():N}.txt");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    /// <summary>One statement past the product, as the owner of everything.</summary>
    public Task Execute(string sql) => Execute(store, sql);

    /// <summary>The first column of an answer, past the product.</summary>
    public async Task<IReadOnlyList<string>> Ask(string sql)
    {
        await using var connection = await store.OpenAsSuperuser();
        return await connection.Strings(sql);
    }

    public async Task<long> Count(string table) =>
        long.Parse((await Ask($"SELECT COUNT(*) FROM {Table(table)}"))[0], CultureInfo.InvariantCulture);

    /// <summary>A new identifier, as an expression of this store.</summary>
    public static string NewId => TestStore.OnPostgres
        ? "gen_random_uuid()"
        : "upper(substr(hex(randomblob(16)),1,8)||'-'||substr(hex(randomblob(16)),1,4)||'-7'||substr(hex(randomblob(16)),1,3)||'-8'||substr(hex(randomblob(16)),1,3)||'-'||substr(hex(randomblob(16)),1,12))";

    /// <summary>A table as this store calls it.</summary>
    public static string Table(string name) => TestStore.Named(name);

    public async ValueTask DisposeAsync()
    {
        await StopServers();
        yardstick?.Kill();
        yardstick?.WaitForExit();
        yardstick?.Dispose();
        await bus.DisposeAsync();
        if (store is not null)
        {
            await store.DisposeAsync();
        }

        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Execute(TestStore where, string sql)
    {
        await using var connection = await OpenToWrite(where);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 1200;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<DbConnection> OpenToWrite(TestStore where)
    {
        if (TestStore.OnPostgres)
        {
            return await where.OpenAsSuperuser();
        }

        var connection = new SqliteConnection($"Data Source={Path.Combine(where.Settings["Data:Directory"]!, "teleservices.db")}");
        await connection.OpenAsync();
        return connection;
    }
}
