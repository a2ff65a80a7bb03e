using Microsoft.Data.Sqlite;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Backup;

/// <summary>SQLite by its online backup (https://www.sqlite.org/backup.html): writers go on, the copy is of one moment.</summary>
internal sealed class SqliteCopy(DataOptions data) : StoreCopy
{
    public override string File => "database.db";

    public override async Task<IReadOnlyList<TableContent>> Save(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, File);
        await using (var store = Open(data.StorePath, SqliteOpenMode.ReadOnly))
        await using (var copy = Open(path, SqliteOpenMode.ReadWriteCreate))
        {
            await store.OpenAsync(ct);
            await copy.OpenAsync(ct);
            store.BackupDatabase(copy);

            // One file, without a log beside it.
            await using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            await command.ExecuteNonQueryAsync(ct);
        }

        return await Content(path, ct);
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

    private static SqliteConnection Open(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
}
