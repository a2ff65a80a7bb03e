namespace Teleservices.Cli.Tests;

[Collection(nameof(SeededData))]
public sealed class ExplainTests(SeededData seeded)
{
    [Theory]
    [InlineData("bac-dechets", "cc-giennoises", "244500211", "transfer")]
    [InlineData("signalement-voirie", "gien", "214501553", "law")]
    [InlineData("apa", "loiret", "224500017", "law")]
    public async Task A_form_of_each_level_names_its_administration_with_the_trace(string form, string slug, string siren, string kind)
    {
        var answer = await seeded.Tool.Run("explain", "--form", form, "--commune", "45155", "--on", "2027-01-01", "--json");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        var json = answer.Json;
        Assert.Equal((slug, siren), (json.GetProperty("holder").GetProperty("slug").GetString(), json.GetProperty("holder").GetProperty("siren").GetString()));
        Assert.Equal(("found", kind, "2027-01-01"), (json.GetProperty("finding").GetString(), json.GetProperty("kind").GetString(), json.GetProperty("on").GetString()));
        Assert.Equal(form, json.GetProperty("form").GetProperty("slug").GetString());
        Assert.NotEmpty(json.GetProperty("legalAct").GetString()!);
        var winner = json.GetProperty("trace")[0];
        Assert.Equal(("won", slug), (winner.GetProperty("verdict").GetString(), winner.GetProperty("holder").GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task People_read_it_in_French_or_English()
    {
        var french = await seeded.Tool.Run("explain", "--form", "bac-dechets", "--commune", "45155", "--on", "2027-01-01");
        Assert.Contains("Communauté des communes giennoises, SIREN 244500211", french.Output, StringComparison.Ordinal);
        Assert.Contains("Gien (45155), le 1er janvier 2027", french.Output, StringComparison.Ordinal);
        Assert.Contains("Par transfert : CGCT, art. L5214-16", french.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', french.Output);

        var english = await seeded.Tool.RunIn("en_GB.UTF-8", "explain", "--form", "bac-dechets", "--commune", "45155", "--on", "2027-01-01");
        Assert.Contains("Request a waste bin", english.Output, StringComparison.Ordinal);
        Assert.Contains("Gien (45155), on 1 January 2027", english.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-12-31", "45155", 1, "hole")]
    [InlineData("2027-01-01", "75056", 1, "unknownCommune")]
    public async Task Where_nobody_is_competent_it_says_so_and_fails(string on, string cog, int code, string finding)
    {
        var answer = await seeded.Tool.Run("explain", "--competence", "dechets-menagers", "--commune", cog, "--on", on, "--json");
        Assert.Equal((code, finding), (answer.Code, answer.Json.GetProperty("finding").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Json.GetProperty("holder").ValueKind);
    }

    [Fact]
    public async Task A_form_that_is_not_published_is_told_with_those_that_are()
    {
        var answer = await seeded.Tool.Run("explain", "--form", "bac-a-fleurs", "--commune", "45155");
        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Contains("« bac-a-fleurs » n’est pas publiée", answer.Error, StringComparison.Ordinal);
        Assert.Contains("bac-dechets", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("« 1er janvier » n’est pas une date", "explain", "--form", "apa", "--commune", "45155", "--on", "1er janvier")]
    [InlineData("soit --form, soit --competence", "explain", "--commune", "45155")]
    [InlineData("soit --form, soit --competence", "explain", "--form", "apa", "--competence", "autonomie", "--commune", "45155")]
    [InlineData("--commune", "explain", "--form", "apa")]
    [InlineData("nettoyer", "nettoyer")]
    public async Task What_is_not_understood_is_told_on_standard_error(string words, params string[] arguments)
    {
        var answer = await seeded.Tool.Run(arguments);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(words, answer.Error, StringComparison.Ordinal);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_data_it_says_what_to_do_and_makes_none()
    {
        using var empty = new CommandLineTool();
        var answer = await empty.Run("explain", "--form", "bac-dechets", "--commune", "45155", "--json");
        Assert.Equal((6, ""), (answer.Code, answer.Output));
        Assert.Contains("teleservices seed", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(empty.Data));
    }
}
