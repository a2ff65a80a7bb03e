using System.Diagnostics;
using System.Globalization;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests.Delivery;

/// <summary>A worker dies between its commit and its acknowledgement: the broker brings the message again, and it has one effect.</summary>
[Trait("Needs", "rabbitmq")]
public sealed class AcknowledgementTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-ack-").FullName;
    private readonly int port = ServerProcess.FreePort();
    private readonly TestBus bus = new();
    private TestStore? store;

    public async Task InitializeAsync() => store = await TestStore.Create(folder);

    public async Task DisposeAsync()
    {
        await store!.DisposeAsync();
        await bus.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [RabbitFact]
    public async Task A_worker_that_is_killed_after_its_commit_and_before_its_acknowledgement_leaves_one_effect()
    {
        await using var proxy = new BrokerProxy();
        await using var server = new ServerProcess([.. store!.Arguments, .. bus.Arguments, "--Bus:Uri", proxy.Address.ToString()], port);
        await server.Start();
        await Until("platform.outbox", open => open == 0);
        var before = await Count("platform.inbox");

        // One acknowledgement later with each request: on the way of a request every consumer is hit, not only the first.
        for (var lost = 1; lost <= 4; lost++)
        {
            using var resident = new PortalClient(port, "gien.localhost");
            await resident.SignIn("camille.martin@example.org");
            var check = await resident.FillIn("signalement-voirie");
            using var process = Process.GetProcessById(server.Id);
            var acknowledged = 0;
            proxy.OnAck = () =>
            {
                if (++acknowledged < lost)
                {
                    return false;
                }

                process.Kill();
                return true;
            };
            try
            {
                await resident.Submit(check, "Envoyer");
            }
            catch (HttpRequestException)
            {
                // The receipt may be lost with the process; the request is not.
            }

            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            proxy.OnAck = null;
            Assert.True(await Count("platform.inbox") >= before + 1, "The process was killed before the commit.");
            await server.Kill();
            await server.Start();
            await Until("dispatch.ledger", delivered => delivered == lost, "\"DeliveredAt\" IS NOT NULL");
            await Until("platform.outbox", open => open == 0);
            before = await Count("platform.inbox");
            Assert.Equal(lost, await Count("cases.case"));
            Assert.Equal(lost, await Count("forms.request"));
            Assert.Equal(0, await Count("platform.outbox"));
        }
    }

    private async Task<long> Count(string table, string where = "1 = 1")
    {
        await using var connection = await store!.OpenAsSuperuser();
        return long.Parse((await connection.Strings($"SELECT COUNT(*) FROM {TestStore.Named(table)} WHERE {where}"))[0], CultureInfo.InvariantCulture);
    }

    private Task Until(string table, Predicate<long> isSo, string where = "1 = 1") => RunningPlatform.Eventually(() => Count(table, where), count => isSo(count));
}
