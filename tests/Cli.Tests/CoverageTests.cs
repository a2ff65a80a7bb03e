namespace Teleservices.Cli.Tests;

[Collection(nameof(SeededData))]
public sealed class CoverageTests(SeededData seeded)
{
    [Fact]
    public async Task The_seeds_cover_each_commune_of_the_platform_and_a_time_before_the_transfer_has_holes()
    {
        var today = await seeded.Tool.Run("coverage", "--strict", "--json");
        Assert.Equal(0, today.Code);
        foreach (var (name, count) in new[] { ("communes", 11), ("onPlatform", 11), ("holes", 0), ("overlaps", 0), ("unreachable", 0), ("unknown", 0), ("notHere", 0) })
        {
            Assert.Equal((name, count), (name, today.Json.GetProperty(name).GetInt32()));
        }

        var past = await seeded.Tool.Run("coverage", "--commune", "45155", "--from", "2016-12-30", "--to", "2017-01-02", "--json");
        Assert.Equal(1, past.Code);
        var gap = past.Json.GetProperty("gaps").EnumerateArray().First(one => one.GetProperty("competence").GetString() == "dechets-menagers");
        Assert.Equal(("hole", "2016-12-30", "2017-01-01"), (gap.GetProperty("fault").GetString(), gap.GetProperty("from").GetString(), gap.GetProperty("until").GetString()));
    }
}
