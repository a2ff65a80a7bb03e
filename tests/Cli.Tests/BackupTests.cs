using Microsoft.Data.Sqlite;
using Npgsql;
using Teleservices.Cli.Backup;
using Teleservices.Platform.Data;
using Teleservices.TestKit.Stores;

namespace Teleservices.Cli.Tests;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_comes_back_row_for_row_into_an_empty_place_and_into_no_other()
    {
        using var tool = new CommandLineTool();
        using var empty = new CommandLineTool();
        await tool.Run("seed");
        var name = Path.Combine("files", "0a", "0a11aaaabbbb4ccc8dddeeeeffff0000");
        var upload = Path.Combine(tool.Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(upload)!);
        await File.WriteAllTextAsync(upload, "a piece of a request");
        var folder = Path.Combine(Path.GetDirectoryName(tool.Data)!, "backup");

        var saved = await tool.Run("backup", folder, "--json");
        Assert.Equal((0, 2), (saved.Code, saved.Json.GetProperty("files").GetInt32()));
        Assert.Equal(1, (await tool.Run("backup", folder)).Code);

        var restored = await empty.Run("restore", folder, "--verify", "--json");
        Assert.Equal(0, restored.Code);
        Assert.True(restored.Json.GetProperty("equal").GetBoolean());
        Assert.Equal(saved.Json.GetProperty("rows").GetInt64(), restored.Json.GetProperty("rows").GetInt64());
        Assert.Equal("a piece of a request", await File.ReadAllTextAsync(Path.Combine(empty.Data, name)));

        var again = await empty.Run("restore", folder);
        Assert.Equal(1, again.Code);
        Assert.Contains("n’est pas vide", again.Error, StringComparison.Ordinal);

        // One byte of one file, and nothing of it is taken.
        await File.AppendAllTextAsync(Path.Combine(folder, name), "!");
        using var third = new CommandLineTool();
        var refused = await third.Run("restore", folder);
        Assert.Equal(1, refused.Code);
        Assert.Contains("files/0a/0a11aaaa", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(third.Data));
    }
}

/// <summary>Databases that administrations have for themselves go along.</summary>
public sealed class OwnDatabaseBackupTests
{
    [Fact]
    public async Task An_administrations_own_database_is_in_the_backup_and_comes_back_with_the_common_one()
    {
        using var tool = new CommandLineTool();
        using var empty = new CommandLineTool();
        tool.Settings["Data:Databases:Dedie:Connection"] = "dedie.db";
        await tool.Run("seed");
        Assert.Equal(0, (await tool.Run("tenant", "move", "gien", "--to", "Dedie")).Code);
        await Note(tool);
        var folder = Path.Combine(Path.GetDirectoryName(tool.Data)!, "backup");
        var saved = await tool.Run("backup", folder, "--json");
        Assert.Equal((0, "", 2), (saved.Code, saved.Error, saved.Json.GetProperty("databases").GetInt32()));
        Assert.True(File.Exists(Path.Combine(folder, "databases", "dedie.db")));

        // Without a place for it nothing is restored.
        var homeless = await empty.Run("restore", folder);
        Assert.Equal(1, homeless.Code);
        Assert.Contains("dedie", homeless.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(empty.Data));

        empty.Settings["Data:Databases:dedie:Connection"] = "elsewhere.db";
        var restored = await empty.Run("restore", folder, "--verify", "--json");
        Assert.Equal((0, true), (restored.Code, restored.Json.GetProperty("equal").GetBoolean()));
        Assert.Equal((saved.Json.GetProperty("rows").GetInt64(), 2), (restored.Json.GetProperty("rows").GetInt64(), restored.Json.GetProperty("databases").GetInt32()));
        await using var own = Open(Path.Combine(empty.Data, "elsewhere.db"));
        Assert.Equal(1L, Scalar(own, "SELECT COUNT(*) FROM \"platform.inbox\" WHERE \"Consumer\" = 'canary'"));

        // One byte of it, and nothing is taken.
        await File.AppendAllTextAsync(Path.Combine(folder, "databases", "dedie.db"), "!");
        using var third = new CommandLineTool();
        third.Settings["Data:Databases:dedie:Connection"] = "dedie.db";
        Assert.Contains("databases/dedie.db", (await third.Run("restore", folder)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_databases_are_saved_of_one_moment_while_others_write()
    {
        var data = new DataOptions { Directory = Directory.CreateTempSubdirectory("teleservices-moment-").FullName };
        data.Databases["own"] = new OwnDatabase { Connection = "own.db" };
        string[] paths = [data.StorePath, data.For(data.Databases["own"]).StorePath];
        foreach (var path in paths)
        {
            await using var made = Open(path, SqliteOpenMode.ReadWriteCreate);
            Scalar(made, "PRAGMA journal_mode = WAL");
            Scalar(made, "CREATE TABLE step (n INTEGER PRIMARY KEY)");
        }

        // Writes a number into the own database first, then into the common one: the effect, then the end of its message.
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            using var common = Open(paths[0], SqliteOpenMode.ReadWrite);
            using var own = Open(paths[1], SqliteOpenMode.ReadWrite);
            for (var n = 1; !stop.IsCancellationRequested; n++)
            {
                Scalar(own, $"INSERT INTO step VALUES ({n})");
                Scalar(common, $"INSERT INTO step VALUES ({n})");
            }
        });
        for (var round = 0; round < 20; round++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(data.Directory, $"round-{round}")).FullName;
            var copies = StoreCopy.All(data, Composition.Texts());
            await OneMoment.Fix(copies, CancellationToken.None);
            await Task.Delay(5);
            foreach (var copy in copies)
            {
                await copy.Save(folder, CancellationToken.None);
            }

            await using var common = Open(Path.Combine(folder, "database.db"));
            await using var own = Open(Path.Combine(folder, "databases", "own.db"));
            var (ended, done) = ((long)Scalar(common, "SELECT COUNT(*) FROM step")!, (long)Scalar(own, "SELECT COUNT(*) FROM step")!);
            Assert.InRange(done - ended, 0, 1);
        }

        await stop.CancelAsync();
        await writing;
        Directory.Delete(data.Directory, recursive: true);
    }

    private static async Task Note(CommandLineTool tool)
    {
        await using var own = Open(Path.Combine(tool.Data, "dedie.db"), SqliteOpenMode.ReadWrite);
        Scalar(own, "INSERT INTO \"platform.inbox\" VALUES ('canary', '019A0000-0000-7000-8000-000000000000', 0)");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}

/// <summary>The same with a server, where row-level security hides the rows from whoever does not come in as the role for backups.</summary>
[Trait("Needs", "postgres")]
public sealed class PostgresBackupTests : IDisposable
{
    private readonly CommandLineTool tool = new();

    public void Dispose() => tool.Dispose();

    [PostgresFact]
    public async Task A_backup_is_whole_or_refused()
    {
        await using var store = await TestStore.Create(Path.GetDirectoryName(tool.Data)!);
        Use(store);
        foreach (var (name, value) in await store.Add("dedie"))
        {
            tool.Settings[name] = value;
        }

        Assert.Equal(0, (await tool.Run("seed")).Code);
        Assert.Equal(0, (await tool.Run("tenant", "move", "gien", "--to", "dedie")).Code);
        var folder = Path.Combine(Path.GetDirectoryName(tool.Data)!, "backup");

        // The owner obeys the policies too and would save nothing: said, not done.
        var blind = await tool.Run("backup", folder);
        Assert.Equal(1, blind.Code);
        Assert.Contains("BYPASSRLS", blind.Error, StringComparison.Ordinal);

        tool.Settings["Data:BackupConnection"] = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("TELESERVICES_TEST_POSTGRES"))
        {
            Database = new NpgsqlConnectionStringBuilder(store.Settings["Data:Connection"]).Database,
        }.ConnectionString;
        var saved = await tool.Run("backup", folder, "--json");
        Assert.Equal((0, "", 2), (saved.Code, saved.Error, saved.Json.GetProperty("databases").GetInt32()));

        await using var own = await TestStore.CreateEmpty(Path.GetDirectoryName(tool.Data)!);
        tool.Settings["Data:Databases:dedie:Connection"] = own.Settings["Data:Connection"];
        tool.Settings["Data:Databases:dedie:OwnerConnection"] = own.Settings["Data:OwnerConnection"];
        await using var other = await TestStore.CreateEmpty(Path.GetDirectoryName(tool.Data)!);
        Use(other);
        var restored = await tool.Run("restore", folder, "--verify", "--json");
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.True(restored.Json.GetProperty("equal").GetBoolean());
        Assert.Equal(saved.Json.GetProperty("rows").GetInt64(), restored.Json.GetProperty("rows").GetInt64());
        foreach (var place in (TestStore[])[other, own])
        {
            await using var connection = await place.OpenAsSuperuser();
            Assert.NotEqual(["0"], await connection.Strings("SELECT count(*)::text FROM pg_policies"));
        }

        Assert.Equal(0, (await tool.Run("seed")).Code);
    }

    private void Use(TestStore store)
    {
        foreach (var (name, value) in store.Settings)
        {
            tool.Settings[name] = value;
        }
    }
}
