using System.Diagnostics;
using Microsoft.Extensions.Localization;
using Npgsql;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Backup;

/// <summary>
/// PostgreSQL by <c>pg_dump</c> in custom format, on the snapshot that the digests are read from. Row-level security would hide the rows, so it comes in
/// as <c>Data:BackupConnection</c>, a role with BYPASSRLS that reads (a superuser will do); it is restored as the owner, before the policies are in place.
/// </summary>
internal sealed class PostgresCopy(DataOptions data, string? name, string? commonBackup, IStringLocalizer<Texts> texts) : StoreCopy(name)
{
    private const string Tables = "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1";

    private NpgsqlConnection? moment;
    private string snapshot = "";

    protected override string Extension => ".dump";

    /// <summary>As the application: who only reads may not keep others from writing.</summary>
    public override async Task<IAsyncDisposable> Hold(CancellationToken ct)
    {
        var connection = await Open(data.Connection!, ct);
        try
        {
            await One(connection, "BEGIN; SET LOCAL lock_timeout = '5s'; LOCK TABLE platform.outbox IN SHARE MODE", ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task Fix(CancellationToken ct)
    {
        await DisposeAsync();
        moment = await Open(Reader, ct);
        if (await One(moment, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user", ct) is not true)
        {
            throw new InvalidDataException(texts["Le rôle « {0} » ne voit pas toutes les lignes : donnez-lui BYPASSRLS, ou indiquez-en un autre avec TELESERVICES__Data__BackupConnection.", moment.UserName ?? ""]);
        }

        await One(moment, "BEGIN ISOLATION LEVEL REPEATABLE READ", ct);
        snapshot = (string)(await One(moment, "SELECT pg_export_snapshot()", ct))!;
    }

    public override async Task<IReadOnlyList<TableContent>> Save(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await Run(Reader, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={path}"], ct);
        var content = await Content(moment!, ct);
        await DisposeAsync();
        return content;
    }

    public override async ValueTask DisposeAsync()
    {
        await (moment?.DisposeAsync() ?? default);
        moment = null;
    }

    public override async Task<bool> IsEmpty(CancellationToken ct)
    {
        await using var connection = await Open(Owner, ct);
        return (await Names(connection, ct)).Count == 0;
    }

    public override async Task<IReadOnlyList<TableContent>> Restore(string folder, CancellationToken ct)
    {
        var dump = Path.Combine(folder, File);
        string[] options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"];
        await Run(Owner, "pg_restore", [.. options, "--section=pre-data", "--section=data", dump], ct, into: true);
        IReadOnlyList<TableContent> content;
        await using (var connection = await Open(Owner, ct))
        {
            content = await Content(connection, ct);
        }

        await Run(Owner, "pg_restore", [.. options, "--section=post-data", dump], ct, into: true);
        return content;
    }

    /// <summary>The role for backups; the common one's serves an own database too, at that place.</summary>
    private string Reader => Given(data.BackupConnection) ?? AtThisPlace() ?? Given(data.OwnerConnection) ?? throw new InvalidDataException(
        texts["Indiquez avec TELESERVICES__Data__BackupConnection un rôle qui lit toutes les lignes (BYPASSRLS) : la sécurité par ligne les cache aux autres."]);

    private string? AtThisPlace()
    {
        if (Given(commonBackup) is not { } common)
        {
            return null;
        }

        var here = new NpgsqlConnectionStringBuilder(data.Connection);
        return new NpgsqlConnectionStringBuilder(common) { Host = here.Host, Port = here.Port, Database = here.Database }.ConnectionString;
    }

    private static string? Given(string? connection) => string.IsNullOrWhiteSpace(connection) ? null : connection;

    private string Owner => data.OwnerConnection ?? data.Connection ?? throw new InvalidDataException(texts["Indiquez la base où restaurer avec TELESERVICES__Data__OwnerConnection."]);

    private static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        await One(connection, "SELECT set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, YMD', false), set_config('bytea_output', 'hex', false)", ct);
        return connection;
    }

    private static async Task<object?> One(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }

    private static async Task<IReadOnlyList<TableContent>> Content(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Read((await Names(connection, ct)).Select(name => (name, $"SELECT t::text FROM {name} AS t")), ct);

    private static async Task<List<string>> Names(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>The password goes along in the environment, where other users of the machine do not see it.</summary>
    private async Task Run(string connectionString, string tool, IEnumerable<string> arguments, CancellationToken ct, bool into = false)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Tool(tool)) { RedirectStandardError = true };
        foreach (var argument in (string[])[$"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}", into ? $"--dbname={to.Database}" : $"{to.Database}", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        (start.Environment["PGPASSWORD"], start.Environment["PGAPPNAME"]) = (to.Password, "teleservices backup");
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidDataException(texts["{0} a échoué : {1}", tool, said.Trim()]);
        }
    }

    /// <summary>On the path, or where Debian keeps those of the newest server.</summary>
    private string Tool(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : []);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(System.IO.File.Exists)
            ?? throw new InvalidDataException(texts["« {0} » n’est pas installé : ajoutez les outils clients de PostgreSQL, de la version du serveur ou d’une plus récente.", name]);
    }
}
