using System.Collections.Concurrent;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests;

/// <summary>The real process, killed again and again while residents file: what they were told and what administrations hold is the same.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Requests = 200;

    /// <summary>One browser each; whoever has an account may file, agents too.</summary>
    private static readonly string[] Residents =
    [
        "camille.martin@example.org", "sofiane.benali@example.org", "odette.lefevre@example.org", "agent.etat-civil@gien.example",
        "agent.scolaire@gien.example", "agent.voirie@gien.example", "responsable@gien.example", "agent.accueil@nevoy.example",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-kill-").FullName;
    private readonly int port = ServerProcess.FreePort();
    private readonly ConcurrentBag<string> receipts = [];

    private readonly TestBus bus = new();
    private TestStore? store;

    public async Task InitializeAsync() => store = await TestStore.Create(folder);

    public async Task DisposeAsync()
    {
        await store!.DisposeAsync();
        await bus.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_receipt_has_one_case_however_often_the_server_is_killed()
    {
        await using var server = new ServerProcess([.. store!.Arguments, .. bus.Arguments], port);
        await server.Start();
        using var done = new CancellationTokenSource();
        var filing = Task.WhenAll(Residents.Select(KeepFiling));
        var killing = KeepKilling(server, done.Token);
        if (await Task.WhenAny(filing, killing) == killing)
        {
            await killing;
        }

        await filing;
        await done.CancelAsync();
        var kills = await killing;

        // The last killing, with whatever is under way; then the server heals alone.
        await server.Kill();
        await server.Start();
        var open = await Drained();

        Assert.Equal(0, open);
        Assert.True(kills >= 3, $"The server was killed {kills} times only.");
        var told = receipts.Order().ToList();
        Assert.True(told.Count >= Requests);
        var cases = await Numbers("cases.case");
        Assert.Equal(told, cases);
        Assert.Equal(told, await Numbers("forms.request"));
        Assert.Equal(told, await Numbers("dispatch.ledger", "\"DeliveredAt\" IS NOT NULL"));
    }

    private async Task KeepFiling(string resident)
    {
        var browser = await Insist(async () =>
        {
            var fresh = new PortalClient(port, "gien.localhost");
            await fresh.SignIn(resident);
            return fresh;
        });
        while (receipts.Count < Requests)
        {
            var check = await Insist(() => browser.FillIn("signalement-voirie"));

            // A kill may cut the answer off: pressing the button again gives the same receipt.
            // So does coming again later, where the store was not back yet (503).
            receipts.Add(await Insist(async () => (await browser.Submit(check, "Envoyer")).Number()));
        }
    }

    /// <summary>As people do: when the page does not come, try again.</summary>
    private static async Task<T> Insist<T>(Func<Task<T>> attempt)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or InvalidOperationException && tries < 1200)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Kills at a random moment after every few receipts: by progress and not by the clock, so that a slow machine gets on too.</summary>
    private async Task<int> KeepKilling(ServerProcess server, CancellationToken done)
    {
        var random = new Random(20261123);
        var kills = 0;
        for (var next = 5; !done.IsCancellationRequested; next = receipts.Count + random.Next(10, 35))
        {
            while (receipts.Count < next && !done.IsCancellationRequested)
            {
                await Task.Delay(random.Next(5, 200), CancellationToken.None);
                server.MustRun();
            }

            if (!done.IsCancellationRequested)
            {
                await server.Kill();
                kills++;
                await server.Start(CancellationToken.None);
            }
        }

        return kills;
    }

    private async Task<long> Drained()
    {
        long open = 0;
        for (var i = 0; i < 300; i++)
        {
            open = long.Parse((await Read($"SELECT COUNT(*) FROM {TestStore.Named("platform.outbox")}"))[0], System.Globalization.CultureInfo.InvariantCulture);
            if (open == 0)
            {
                break;
            }

            await Task.Delay(200);
        }

        return open;
    }

    private async Task<List<string>> Read(string sql)
    {
        await using var connection = await store!.OpenAsSuperuser();
        return [.. await connection.Strings(sql)];
    }

    /// <summary>The numbers in a table, in order.</summary>
    private Task<List<string>> Numbers(string table, string where = "true") =>
        Read($"SELECT \"Number\" FROM {TestStore.Named(table)} WHERE {where} ORDER BY \"Number\"");
}
