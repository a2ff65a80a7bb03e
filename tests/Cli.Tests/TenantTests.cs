using System.Text.Json;

namespace Teleservices.Cli.Tests;

public sealed class TenantTests
{
    /// <summary>The promise of the guide: a département from its number alone, exactly as planned, once.</summary>
    [Fact]
    public async Task A_departement_comes_on_board_as_planned_and_a_second_time_nothing_changes()
    {
        using var tool = new CommandLineTool();
        Assert.Equal(0, (await tool.Run("seed", "--json")).Code);
        var without = await tool.Run("tenant", "plan", "45234");
        Assert.Equal(1, without.Code);
        Assert.Contains("teleservices territory import", without.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await tool.Run("territory", "import", "--json")).Code);

        var plan = await tool.Run("tenant", "plan", "--departement", "45", "--json");
        var unasked = await tool.Run("tenant", "apply", "45234");
        Assert.Equal(2, unasked.Code);
        var done = await tool.Run("tenant", "apply", "--departement", "45", "--yes", "--json");
        Assert.Equal((0, 0), (plan.Code, done.Code));
        Assert.Equal(325, done.Json.GetProperty("administrations").EnumerateArray().Count(one => one.GetProperty("kind").GetString() == "commune"));
        Assert.Equal(Changes(plan.Json), Changes(done.Json));
        Assert.Equal(plan.Json.GetProperty("changes").GetInt32(), done.Json.GetProperty("changes").GetInt32());

        var again = await tool.Run("tenant", "apply", "--departement", "45", "--yes", "--json");
        Assert.Equal((0, 0), (again.Code, again.Json.GetProperty("changes").GetInt32()));
        var coverage = await tool.Run("coverage", "--departement", "45", "--json");
        Assert.Equal((325, 0, 0, 0), (Count(coverage, "communes"), Count(coverage, "holes"), Count(coverage, "overlaps"), Count(coverage, "notHere")));
    }

    private static int Count(Answer answer, string name) => answer.Json.GetProperty(name).GetInt32();

    private static SortedDictionary<string, string> Changes(JsonElement plan) => new(
        plan.GetProperty("administrations").EnumerateArray().ToDictionary(one => one.GetProperty("siren").GetString()!, one => one.GetProperty("changes").GetRawText()));
}
