using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Seeds;

namespace Teleservices.Server;

/// <summary>Where the first content of an empty store comes from; section <c>Seeds</c>.</summary>
public sealed class SeedOptions
{
    /// <summary>Folder of the seed files; those that come with the server unless told otherwise.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Whether a start on an empty store reads the seeds. Embedded store: yes, unless told otherwise; PostgreSQL: <c>teleservices seed</c> does.</summary>
    public bool? AtStart { get; set; }

    /// <summary>Whether demo accounts are made. The embedded set-up is for trying, so: yes there, unless told otherwise; on PostgreSQL no.</summary>
    public bool? Demo { get; set; }

    /// <summary>The answer to <see cref="Demo"/>.</summary>
    public bool DemoOn(StoreKind store) => Demo ?? store == StoreKind.Sqlite;
}

/// <summary>Makes the store ready before the first request: schema, keys and, once in its life, the seeds.</summary>
public static class StoreSetup
{
    /// <summary>Brings the store up to date; a store that was seeded once is never seeded again by a start.</summary>
    /// <exception cref="UnknownSchemaException">The store is of another shape and this process may not change it.</exception>
    /// <exception cref="SeedException">The seeds hold mistakes; nothing was written.</exception>
    public static async Task PrepareStore(this WebApplication app, CancellationToken ct = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.RequireSchema(ct);
        var store = services.GetRequiredService<IOptions<DataOptions>>().Value.Store;
        var seeds = services.GetRequiredService<IOptions<SeedOptions>>().Value;
        var db = services.GetRequiredService<TeleservicesDb>();
        if (!(seeds.AtStart ?? store == StoreKind.Sqlite) || await db.Marked(Markers.Seeded, ct))
        {
            return;
        }

        await services.GetRequiredService<PairwiseIds>().Prepare(ct);
        var done = await services.GetRequiredService<SeedRunner>().Run(new SeedFolder(seeds.Directory, seeds.DemoOn(store)), ct);
        await db.Mark(Markers.Seeded, ct);
        foreach (var summary in done)
        {
            app.Logger.LogInformation("Seeded {Count} {What}.", summary.Added + summary.Changed, summary.What);
        }
    }
}
