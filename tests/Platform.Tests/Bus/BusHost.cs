using System.Collections.Concurrent;
using System.Reflection;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit.Stores;

namespace Teleservices.Platform.Tests.Bus;

public sealed record Counted(Guid RequestId, int Number, bool FailsOnce = false, bool FailsAlways = false);

internal sealed class Effect : IOwnedByAdministration
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid AdministrationId { get; private set; }

    public required int Number { get; init; }
}

internal sealed class EffectMapping : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder) => builder.ToTable("effect", "test");
}

/// <summary>What the consumers saw; survives a restart of the host.</summary>
public sealed class Witness
{
    public ConcurrentBag<int> Seen { get; } = [];

    public ConcurrentDictionary<Guid, bool> FailedOnce { get; } = [];

    public Guid? SeenRequest { get; set; }

    public bool Hold { get; set; }
}

internal sealed class CountConsumer(TeleservicesDb db, Current current, Witness witness) : IConsumer<Counted>
{
    public async Task Consume(ConsumeContext<Counted> context)
    {
        witness.Seen.Add(context.Message.Number);
        witness.SeenRequest = current.Request;
        db.Add(new Effect { Number = context.Message.Number });
        if (context.Message.FailsAlways || (context.Message.FailsOnce && witness.FailedOnce.TryAdd(context.Message.RequestId, true)))
        {
            throw new InvalidOperationException("planned failure");
        }

        while (witness.Hold)
        {
            await Task.Delay(10, context.CancellationToken);
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }
}

/// <summary>The platform with one consumer, on a real SQLite store, that can be stopped and started again.</summary>
public sealed class BusHost : IAsyncDisposable
{
    public static readonly AdministrationInfo Gien = Administration("gien");
    public static readonly AdministrationInfo Nevoy = Administration("nevoy");
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-bus-").FullName;
    private readonly TestBus bus = new();
    private IHost? host;

    public TestBus Bus => bus;

    public Witness Witness { get; } = new();

    public IServiceProvider Services => host!.Services;

    /// <param name="withBackground">Whether consumers and dispatchers run.</param>
    /// <param name="broker">Where the broker is, or nothing: at its place. A start does not wait for one that is elsewhere.</param>
    /// <param name="waits">Whether the bus has come up when the start is over.</param>
    public async Task Start(bool withBackground = true, Uri? broker = null, bool waits = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = folder }).AddInMemoryCollection(bus.Settings);
        if (broker is not null)
        {
            builder.Configuration.AddInMemoryCollection([new("Bus:Uri", broker.ToString())]);
        }

        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton(Witness);
        builder.Services.AddSingleton<ITenantStore, TwoTenants>();
        builder.Services.AddPlatform(builder.Configuration).AddModule(Assembly.GetExecutingAssembly());
        if (withBackground)
        {
            builder.Services.AddBackgroundWork(builder.Configuration);
        }

        host = builder.Build();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Database.EnsureCreatedAsync(CancellationToken.None);
        }

        await host.StartAsync();
        if (withBackground && waits && broker is null)
        {
            await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        }
    }

    public async Task Stop()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
            host = null;
        }
    }

    public async Task<T> Work<T>(AdministrationInfo? administration, Func<IServiceProvider, TeleservicesDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        if (administration is not null)
        {
            scope.ServiceProvider.GetRequiredService<Current>().ActFor(administration);
        }

        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TeleservicesDb>());
    }

    public Task<int> Publish(AdministrationInfo administration, params Counted[] messages) => Work(administration, (services, db) =>
    {
        foreach (var message in messages)
        {
            services.GetRequiredService<Platform.Bus.Outbox>().Publish(message);
        }

        return db.SaveChangesAsync();
    });

    public Task<List<int>> Effects(AdministrationInfo administration) =>
        Work(administration, (_, db) => db.Set<Effect>().Select(effect => effect.Number).Order().ToListAsync());

    internal Task<List<Platform.Bus.OutboxMessage>> OpenRows() =>
        Work(null, (_, db) => db.Set<Platform.Bus.OutboxMessage>().AsNoTracking().ToListAsync());

    public async Task Drained()
    {
        for (var i = 0; i < 400 && await OpenRows() is { Count: > 0 }; i++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(await OpenRows());
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await bus.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static AdministrationInfo Administration(string slug) => new(
        Guid.NewGuid(), slug, AdministrationKind.Commune, slug, slug, "214501553", "45155",
        new AdministrationTheme("#0b5d3b", "#c8102e"),
        new AdministrationContact(slug, "a@b.example", "+33238000000", "1 rue A", new Wording("9 h"), "dpo@b.example"));

    private sealed class TwoTenants : ITenantStore
    {
        public ValueTask<AdministrationInfo?> ByHost(string host, CancellationToken ct) => new(default(AdministrationInfo));

        public ValueTask<AdministrationInfo?> ById(Guid id, CancellationToken ct) => new(new[] { Gien, Nevoy }.FirstOrDefault(a => a.Id == id));

        public ValueTask<AdministrationInfo?> ByIdentifier(string identifier, CancellationToken ct) => new(default(AdministrationInfo));

        public ValueTask<IReadOnlyList<AdministrationInfo>> All(CancellationToken ct) => new([Gien, Nevoy]);

        public string HostOf(AdministrationInfo administration) => administration.Identifier;
    }
}
