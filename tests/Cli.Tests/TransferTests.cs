namespace Teleservices.Cli.Tests;

[Collection(nameof(SeededData))]
public sealed class TransferTests(SeededData seeded)
{
    private static readonly string[] Back =
        ["--competence", "dechets-menagers", "--communes", "45155", "45227", "--on", "2090-01-01", "--act", "Arrêté préfectoral du 3 mai 2089", "--json"];

    /// <summary>Cancelled at the end: the data are shared.</summary>
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
    }
}
