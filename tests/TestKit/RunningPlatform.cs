using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Server;
using Teleservices.TestKit.Stores;
using Xunit;

namespace Teleservices.TestKit;

/// <summary>
/// The whole server in this process, on a real port, on a fresh store with the real seeds. Share one per test assembly:
/// <c>[CollectionDefinition(nameof(Running))] public class Running : ICollectionFixture&lt;RunningPlatform&gt;</c>.
/// </summary>
public class RunningPlatform : IAsyncLifetime
{
    /// <summary>Password of the demo accounts (seeds/demo/accounts.yaml).</summary>
    public const string DemoPassword = "Demo-Gien-2026";

    private WebApplication? app;
    private TestStore? store;
    private readonly TestBus bus = new();

    /// <summary>The data folder, removed at the end.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("teleservices-test-").FullName;

    /// <summary>Where it keeps everything.</summary>
    public TestStore TestStore => store!;

    /// <summary>What carries its messages.</summary>
    public TestBus TestBus => bus;

    /// <summary>The server's clock.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>The server's port on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>More of the command line, for a fixture that derives from this one.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    /// <summary>More endpoints, for a fixture that derives from this one.</summary>
    protected virtual void Map(WebApplication app)
    {
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Start();

    /// <summary>Stops the server and starts it again: same data, same port.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    private async Task Start()
    {
        store ??= await Stores.TestStore.Create(DataDirectory);
        app = ServerApp.Build([.. store.Arguments, .. bus.Arguments, "--urls", $"http://127.0.0.1:{Port}", .. Limits, .. Arguments], builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        });
        Map(app);
        await app.PrepareStore();
        await app.StartAsync();
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Stop();
        await TestStore.DisposeAsync();
        await bus.DisposeAsync();
        await ScratchFolder.Delete(DataDirectory);
    }

    /// <summary>Opens a browser at a host: <c>gien</c>, <c>cc-giennoises</c>, <c>connexion</c>, <c>console</c>…</summary>
    public PortalClient Browser(string slug = "gien") => new(Port, $"{slug}.localhost");

    /// <summary>Opens a browser and signs in with a demo account.</summary>
    public async Task<PortalClient> SignedIn(string email, string slug = "gien", string password = DemoPassword)
    {
        var browser = Browser(slug);
        await browser.SignIn(email, password);
        return browser;
    }

    /// <summary>Work inside the server, for one administration or for none.</summary>
    public async Task<T> Inside<T>(string? slug, Func<IServiceProvider, TeleservicesDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        if (slug is not null)
        {
            var all = await scope.ServiceProvider.GetRequiredService<ITenantStore>().All(CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<Current>().ActFor(all.Single(a => a.Identifier == slug));
        }

        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TeleservicesDb>());
    }

    /// <summary>Waits for what the bus brings about: asks again until it is so, and fails after 20 s, or more where there is more to do.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> isSo, int seconds = 20)
    {
        var until = DateTimeOffsetNow() + TimeSpan.FromSeconds(seconds);
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
            {
                return seen;
            }

            if (DateTimeOffsetNow() > until)
            {
                Assert.Fail($"It did not come about in {seconds} s; last seen: {(seen is Page page ? page.Text : seen)}");
            }

            await Task.Delay(50);
        }
    }

    private async Task Stop()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>Tests sign in and upload faster than people do.</summary>
    private static string[] Limits =>
        ["--RateLimits:SignIn", "100000", "--RateLimits:Registration", "100000", "--RateLimits:Upload", "100000"];

    private static DateTimeOffset DateTimeOffsetNow() => TimeProvider.System.GetUtcNow();
}
