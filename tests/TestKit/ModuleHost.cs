using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Teleservices.Platform;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit.Stores;

namespace Teleservices.TestKit;

/// <summary>The platform with a few modules on a real store of its own: for what has no page.</summary>
public sealed class ModuleHost : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-module-").FullName;
    private IHost? host;
    private TestStore? store;
    private readonly TestBus bus = new();

    /// <summary>Seeds that come with the server.</summary>
    public static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>The services of the one process.</summary>
    public IServiceProvider Services => host!.Services;

    /// <summary>Makes an empty store and starts.</summary>
    /// <param name="modules">Adds the modules.</param>
    /// <param name="withBackground">Whether bus and outbox run.</param>
    /// <param name="clock">Another clock than the real one.</param>
    /// <param name="databases">Names of databases beside the common one.</param>
    public static async Task<ModuleHost> Start(
        Func<IServiceCollection, IConfiguration, IServiceCollection> modules, bool withBackground = false, TimeProvider? clock = null, params string[] databases)
    {
        var started = new ModuleHost();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        started.store = await TestStore.Create(started.folder);
        builder.Configuration.AddInMemoryCollection(started.store.Settings).AddInMemoryCollection(started.bus.Settings);
        foreach (var name in databases)
        {
            builder.Configuration.AddInMemoryCollection(await started.store.Add(name));
        }

        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        modules(builder.Services.AddPlatform(builder.Configuration), builder.Configuration);
        if (clock is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        }

        if (withBackground)
        {
            builder.Services.AddBackgroundWork(builder.Configuration);
        }

        started.host = builder.Build();
        await started.Work(null, async (services, _) =>
        {
            foreach (var name in TestStore.OnPostgres ? [] : databases.Prepend(null))
            {
                await using var one = services.GetRequiredService<Databases>().Open(name);
                await one.Database.EnsureCreatedAsync(CancellationToken.None);
            }

            await services.GetRequiredService<PairwiseIds>().Prepare(CancellationToken.None);
            return 0;
        });
        await started.host.StartAsync();
        return started;
    }

    /// <summary>Runs the seeders of the modules that are here.</summary>
    public Task<IReadOnlyList<SeedSummary>> Seed(string seeds) => Work(null, (services, _) =>
        services.GetRequiredService<SeedRunner>().Run(new SeedFolder(seeds, demo: false), CancellationToken.None));

    /// <summary>Work in a scope of its own, for one administration or for none.</summary>
    public async Task<T> Work<T>(string? slug, Func<IServiceProvider, TeleservicesDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        if (slug is not null)
        {
            var all = await scope.ServiceProvider.GetRequiredService<ITenantStore>().All(CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<Current>().ActFor(all.Single(a => a.Identifier == slug));
        }

        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TeleservicesDb>());
    }

    /// <summary>A look into one database, the common one or another, in the name of an administration.</summary>
    public Task<T> In<T>(string? database, string slug, Func<TeleservicesDb, Task<T>> look) => Work(slug, async (services, _) =>
    {
        await using var db = services.GetRequiredService<Databases>().Open(database, services.GetRequiredService<Current>());
        return await look(db);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await (store?.DisposeAsync() ?? default);
        await bus.DisposeAsync();
        await ScratchFolder.Delete(folder);
    }
}
