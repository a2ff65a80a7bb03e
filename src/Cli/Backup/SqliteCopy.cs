using Microsoft.Data.Sqlite;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Backup;

/// <summary>SQLite by its online backup (https://www.sqlite.org/backup.html): writers go on, the copy is of one moment.</summary>
internal sealed class SqliteCopy(DataOptions data, string? name) : StoreCopy(name)
{
    private SqliteConnection? moment;

    protected override string Extension => ".db";

    /// <summary>One writes at a time: whoever holds the pen keeps all others from it.</summary>
    public override async Task<IAsyncDisposable> Hold(CancellationToken ct)
    {
        var pen = Open(data.StorePath, SqliteOpenMode.ReadWrite);
        await pen.OpenAsync(ct);
        await Do(pen, "BEGIN IMMEDIATE", ct);
        return pen;
    }

    /// <summary>A transaction that reads sees the store as it was at its first look.</summary>
    public override async Task Fix(CancellationToken ct)
    {
        await DisposeAsync();
        moment = Open(data.StorePath, SqliteOpenMode.ReadOnly);
        await moment.OpenAsync(ct);
        await Do(moment, "BEGIN", ct);
        await Do(moment, "SELECT COUNT(*) FROM sqlite_master", ct);
    }

    public override async Task<IReadOnlyList<TableContent>> Save(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var copy = Open(path, SqliteOpenMode.ReadWriteCreate))
        {
            await copy.OpenAsync(ct);
            moment!.BackupDatabase(copy);
            await DisposeAsync();

            // One file, without a log beside it.
            await Do(copy, "PRAGMA journal_mode = DELETE", ct);
        }

        return await Content(path, ct);
    }

    public override async ValueTask DisposeAsync()
    {
        await (moment?.DisposeAsync() ?? default);
        moment = null;
    }

    public override Task<bool> IsEmpty(CancellationToken ct) => Task.FromResult(!System.IO.File.Exists(data.StorePath));

    public override async Task<IReadOnlyList<TableContent>> Restore(string folder, CancellationToken ct)
    {
        var part = data.StorePath + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        await using (var from = System.IO.File.OpenRead(Path.Combine(folder, File)))
        await using (var to = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            await from.CopyToAsync(to, ct);
            to.Flush(flushToDisk: true);
        }

        System.IO.File.Move(part, data.StorePath);
        return await Content(data.StorePath, ct);
    }

    private static async Task<IReadOnlyList<TableContent>> Content(string path, CancellationToken ct)
    {
        await using var connection = Open(path, SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(ct);
        var names = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                names.Add(reader.GetString(0));
            }
        }

        return await connection.Read(names.Select(name => (name, $"SELECT * FROM \"{name}\"")), ct);
    }

    private static async Task Do(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteScalarAsync(ct);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
}
