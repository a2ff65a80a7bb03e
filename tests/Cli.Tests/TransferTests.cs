namespace Teleservices.Cli.Tests;

public sealed class TransferTests(SeededData seeded) : IClassFixture<SeededData>
{
    private static readonly string[] Back =
        ["--competence", "dechets-menagers", "--communes", "45155", "45227", "--on", "2090-01-01", "--act", "Arrêté préfectoral du 3 mai 2089", "--json"];

    /// <summary>What is planned is scheduled once; cancelled, it stays in the list.</summary>
    [Fact]
    public async Task A_transfer_is_planned_scheduled_and_cancelled()
    {
        var plan = await seeded.Tool.Run(["transfer", "plan", .. Back]);
        Assert.Equal((0, ""), (plan.Code, plan.Error));
        Assert.Equal(
            [("cc-giennoises", "gien"), ("cc-giennoises", "nevoy")],
            plan.Json.GetProperty("places").EnumerateArray().Select(place => (place.GetProperty("from").GetString()!, place.GetProperty("to").GetString()!)).Order());

        var scheduled = await seeded.Tool.Run(["transfer", "schedule", .. Back]);
        Assert.Equal((0, ""), (scheduled.Code, scheduled.Error));
        Assert.Equal(0, (await seeded.Tool.Run("transfer", "cancel", scheduled.Json.GetProperty("id").GetString()!)).Code);
        var list = (await seeded.Tool.Run("transfer", "list", "--json")).Json;
        Assert.Equal(("cancelled", 2), (list[0].GetProperty("state").GetString(), list[0].GetProperty("communes").GetArrayLength()));
    }
}
