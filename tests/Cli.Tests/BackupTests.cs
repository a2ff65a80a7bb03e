using Npgsql;
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
        Assert.Equal(0, (await tool.Run("seed")).Code);
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
        Assert.Equal((0, ""), (saved.Code, saved.Error));

        await using var other = await TestStore.CreateEmpty(Path.GetDirectoryName(tool.Data)!);
        Use(other);
        var restored = await tool.Run("restore", folder, "--verify", "--json");
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.True(restored.Json.GetProperty("equal").GetBoolean());
        Assert.Equal(saved.Json.GetProperty("rows").GetInt64(), restored.Json.GetProperty("rows").GetInt64());
        await using var connection = await other.OpenAsSuperuser();
        Assert.NotEqual(["0"], await connection.Strings("SELECT count(*)::text FROM pg_policies"));
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
