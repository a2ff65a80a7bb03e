using Teleservices.TestKit;

namespace Teleservices.Cli.Tests;

public sealed class SeedTests(SeededData seeded) : IClassFixture<SeededData>
{
    [Fact]
    public async Task A_second_time_changes_nothing_and_says_so()
    {
        Assert.Equal(0, seeded.First.Code);
        Assert.All(seeded.First.Json.EnumerateArray(), row => Assert.True(row.GetProperty("unchanged").GetInt32() == 0, row.ToString()));
        Assert.Contains(seeded.First.Json.EnumerateArray(), row => row.GetProperty("what").GetString() == "administrations" && row.GetProperty("added").GetInt32() == 13);

        var second = await seeded.Tool.Run("seed");
        Assert.Equal(0, second.Code);
        Assert.Contains("Tout était déjà à jour.", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_told_with_file_and_line_and_nothing_is_written()
    {
        using var tool = new CommandLineTool();
        using var seeds = new SeedsOnDisk();
        var siren = seeds.Replace("administrations.yaml", "siren: \"214501553\"", "siren: \"214501554\"");
        var holder = seeds.Replace("assignments.yaml", "dechets-menagers, holder: cc-giennoises", "dechets-menagers, holder: cc-gienoises");

        var answer = await tool.Run("seed", "--seeds", seeds.Folder, "--json");

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Contains($"administrations.yaml:{siren}: '214501554' is not a SIREN", answer.Error, StringComparison.Ordinal);
        Assert.Contains($"assignments.yaml:{holder}: holder 'cc-gienoises'", answer.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await tool.Run("doctor", "--json")).Code);
    }

    [Fact]
    public async Task A_dry_run_finds_mistakes_and_makes_no_store()
    {
        using var tool = new CommandLineTool();
        using var seeds = new SeedsOnDisk();
        Assert.Equal(0, (await tool.Run("seed", "--seeds", seeds.Folder, "--dry-run")).Code);
        seeds.Replace("competences.yaml", "code: autonomie", "code: Autonomie");
        Assert.Equal(1, (await tool.Run("seed", "--seeds", seeds.Folder, "--dry-run")).Code);
        Assert.Equal(6, (await tool.Run("doctor")).Code);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_mistake_of_usage()
    {
        var answer = await seeded.Tool.Run("seed", "--seeds", "/nowhere/at/all");
        Assert.Equal(2, answer.Code);
        Assert.Contains("/nowhere/at/all", answer.Error, StringComparison.Ordinal);
    }
}
