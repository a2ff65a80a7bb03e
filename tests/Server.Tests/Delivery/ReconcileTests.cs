using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests.Delivery;

/// <summary>Whatever was lost on the way is found end to end, and comes once.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    private readonly RunningPlatform platform = new();

    public Task InitializeAsync() => platform.InitializeAsync();

    public Task DisposeAsync() => platform.DisposeAsync();

    [Theory]
    [InlineData("dispatch-route-request")]
    [InlineData("cases-open-case")]
    [InlineData("forms-show-opening")]
    public async Task A_request_whose_message_vanished_is_told_of_again_and_has_one_case(string lost)
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        var check = await resident.FillIn("signalement-voirie");

        // The store forgets the message as soon as it is written: nothing of the platform does that.
        await Sql($"CREATE TRIGGER {(TestStore.OnPostgres ? "" : "IF NOT EXISTS ")}forget {Forgetting(lost)}");
        var number = (await resident.Submit(check, "Envoyer")).Number();
        for (var looks = 0; looks < 3; looks++)
        {
            // Between two steps the outbox is empty for a moment.
            await RunningPlatform.Eventually(() => Count("platform.outbox"), open => open == 0);
            await Task.Delay(400);
        }

        await Sql($"DROP TRIGGER forget{(TestStore.OnPostgres ? " ON platform.outbox" : "")}");
        Assert.NotEqual(1, await Count("forms.receipt", "\"TellAt\" IS NULL"));

        await Sql($"UPDATE {TestStore.Named("forms.receipt")} SET \"TellAt\" = {(TestStore.OnPostgres ? "'epoch'" : "0")} WHERE \"TellAt\" IS NOT NULL");
        var reconcile = platform.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "Reconcile");
        await (Task<int>)reconcile.GetType().GetMethod("Round")!.Invoke(reconcile, [CancellationToken.None])!;

        await RunningPlatform.Eventually(() => Count("forms.receipt", "\"TellAt\" IS NULL"), acknowledged => acknowledged == 1);
        await RunningPlatform.Eventually(() => Count("dispatch.ledger", "\"DeliveredAt\" IS NOT NULL"), delivered => delivered == 1);
        Assert.Equal(1, await Count("cases.case", $"\"Number\" = '{number}'"));
    }

    private static string Forgetting(string consumer) => TestStore.OnPostgres
        ? $"AFTER INSERT ON platform.outbox FOR EACH ROW WHEN (NEW.\"Consumer\" = '{consumer}') EXECUTE FUNCTION test_forget()"
        : $"AFTER INSERT ON \"platform.outbox\" WHEN NEW.\"Consumer\" = '{consumer}' BEGIN DELETE FROM \"platform.outbox\" WHERE \"Id\" = NEW.\"Id\"; END";

    private async Task<long> Count(string table, string where = "1 = 1")
    {
        await using var connection = await platform.TestStore.OpenAsSuperuser();
        return long.Parse((await connection.Strings($"SELECT COUNT(*) FROM {TestStore.Named(table)} WHERE {where}"))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task Sql(string sql) => platform.TestStore.Change(
        TestStore.OnPostgres ? "CREATE OR REPLACE FUNCTION test_forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM platform.outbox WHERE \"Id\" = NEW.\"Id\"; RETURN NULL; END';" + sql : sql);
}
