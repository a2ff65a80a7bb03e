using Teleservices.Faults.Injected;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Faults;

/// <summary>The platform as real processes: one with everything, or two web and two workers behind a balancer.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly string folder;
    private readonly TestBus bus = new();
    private readonly Balancer balancer;

    private Site(string folder, TestStore store, Backing backing, bool split)
    {
        (this.folder, Store, Backing, Split) = (folder, store, backing, split);
        Port = ServerProcess.FreePort();
        var webPorts = Enumerable.Range(0, split ? 2 : 1).Select(_ => ServerProcess.FreePort()).ToList();
        Clocks = [.. Enumerable.Range(0, split ? 4 : 1).Select(_ => new Clock())];
        Webs = [.. webPorts.Select(port => Server(port, split ? "web,identity" : "web,identity,worker", Clocks[webPorts.IndexOf(port)]))];
        Workers = split ? [Server(ServerProcess.FreePort(), "worker", Clocks[2]), Server(ServerProcess.FreePort(), "worker", Clocks[3])] : [];
        balancer = new Balancer(Port, webPorts);
    }

    public TestStore Store { get; }

    public Backing Backing { get; }

    /// <summary>Whether web and workers are apart, with PostgreSQL and RabbitMQ behind them.</summary>
    public bool Split { get; }

    /// <summary>Where residents come in.</summary>
    public int Port { get; }

    public IReadOnlyList<ServerProcess> Webs { get; }

    public IReadOnlyList<ServerProcess> Workers { get; }

    /// <summary>The clock of each web process, then of each worker.</summary>
    public IReadOnlyList<Clock> Clocks { get; }

    public TestBus Bus => bus;

    public static async Task<Site> Start(Plan plan)
    {
        Environment.SetEnvironmentVariable("TELESERVICES_TEST_STORE", plan.Store);
        Environment.SetEnvironmentVariable("TELESERVICES_TEST_BUS", plan.Bus);
        var backing = new Backing(plan.Store == "postgres" || plan.Bus == "rabbitmq");
        try
        {
            await backing.Start();
            var folder = Directory.CreateTempSubdirectory("teleservices-faults-").FullName;
            var site = new Site(folder, await TestStore.Create(folder), backing, plan.Store == "postgres" && plan.Bus == "rabbitmq");

            // The first process seeds the store.
            await site.Webs[0].Start();
            foreach (var process in site.Webs.Skip(1).Concat(site.Workers))
            {
                await process.Start();
            }

            site.balancer.Start();
            return site;
        }
        catch
        {
            // What was started would stay.
            await backing.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await balancer.DisposeAsync();
        foreach (var process in Webs.Concat(Workers))
        {
            await process.DisposeAsync();
        }

        await Store.DisposeAsync();
        await Backing.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ServerProcess Server(int port, string roles, Clock clock) => new(
        [.. Store.Arguments, .. bus.Arguments, "--roles", roles, "--Hosting:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)], port, clock.Environment);
}
