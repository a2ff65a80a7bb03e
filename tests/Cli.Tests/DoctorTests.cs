using Microsoft.Data.Sqlite;

namespace Teleservices.Cli.Tests;

public sealed class DoctorTests(SeededData seeded) : IClassFixture<SeededData>
{
    private static readonly string[] All =
    [
        "data-directory", "files", "store", "schema", "journal", "synchronous", "seeds", "administrations", "coverage", "outbox", "triage", "deliveries", "alarms",
    ];

    [Fact]
    public async Task A_sound_set_up_is_healthy_in_every_respect()
    {
        var answer = await seeded.Tool.Run("doctor", "--json");
        Assert.Equal(0, answer.Code);
        Assert.True(answer.Json.GetProperty("healthy").GetBoolean());
        Assert.Equal(All, answer.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.All(answer.Json.GetProperty("checks").EnumerateArray(), check => Assert.True(check.GetProperty("state").GetString() == "ok", check.ToString()));
    }

    [Fact]
    public async Task Where_nothing_is_it_says_so_and_makes_nothing()
    {
        using var empty = new CommandLineTool();
        var answer = await empty.Run("doctor", "--json");
        Assert.Equal(6, answer.Code);
        Assert.False(answer.Json.GetProperty("healthy").GetBoolean());
        Assert.False(Directory.Exists(empty.Data));
    }

    [Fact]
    public async Task A_request_without_a_holder_a_late_delivery_and_a_missing_table_are_found()
    {
        using var tool = new CommandLineTool();
        await tool.Run("seed");
        await Change(tool, Entry("G-1", "Triage", null) + Entry("G-2", "Routed", 1) + "UPDATE \"dispatch.ledger\" SET \"Alarm\" = 'x' WHERE \"Number\" = 'G-2';");
        var answer = await tool.Run("doctor", "--json");
        Assert.Equal(1, answer.Code);
        Assert.Equal(["alarms", "deliveries", "triage"], Failed(answer));

        await Change(tool, "DROP TABLE \"dispatch.custody\";");
        Assert.Contains("schema", Failed(await tool.Run("doctor", "--json")));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_a_dependency_that_is_down()
    {
        using var tool = new CommandLineTool();
        Directory.CreateDirectory(tool.Data);
        await File.WriteAllTextAsync(Path.Combine(tool.Data, "teleservices.db"), new string('x', 5000));
        Assert.Equal(6, (await tool.Run("doctor", "--json")).Code);
        Assert.Equal(6, (await tool.Run("explain", "--form", "apa", "--commune", "45155")).Code);
    }

    private static IEnumerable<string> Failed(Answer answer) => answer.Json.GetProperty("checks").EnumerateArray()
        .Where(check => check.GetProperty("state").GetString() == "failed").Select(check => check.GetProperty("name").GetString()!).Order(StringComparer.Ordinal);

    private static string Entry(string number, string state, long? routedAt) => $"""
        INSERT INTO "dispatch.ledger" ("RequestId", "Number", "ResidentId", "FormSlug", "FormTitleFr", "Competence", "CommuneCog", "FiledAt", "State", "RoutedAt", "Attempts", "Version")
        VALUES ('{Guid.NewGuid().ToString().ToUpperInvariant()}', '{number}', '{Guid.NewGuid().ToString().ToUpperInvariant()}', 'apa', 'APA', 'autonomie', '45155', 1, '{state}', {routedAt?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NULL"}, 1, 1);
        """;

    private static async Task Change(CommandLineTool tool, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(tool.Data, "teleservices.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
