using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Teleservices.Platform.Data;

/// <summary>How the store's shape compares with the one that this build knows.</summary>
/// <param name="Applied">Migrations that the store has had, oldest first.</param>
/// <param name="Pending">Those that it lacks.</param>
/// <param name="Unknown">Those that a newer build has applied and this one does not know.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown)
{
    /// <summary>Whether this build and the store are of one shape.</summary>
    public bool Fits => Pending.Count == 0 && Unknown.Count == 0;
}

/// <summary>The store is of another shape, and this process is not the one that may change it.</summary>
/// <param name="message">What to do, for whoever runs the process.</param>
public sealed class UnknownSchemaException(string message) : Exception(message);

/// <summary>Brings the store to the shape that this build knows, or refuses to work on another.</summary>
public static class Schema
{
    /// <summary>Compares store and build.</summary>
    public static async Task<SchemaState> SchemaState(this TeleservicesDb db, CancellationToken ct)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return new SchemaState(applied, [.. known.Except(applied)], [.. applied.Except(known)]);
    }

    /// <summary>Creates the store or applies what it lacks; a store of this shape is left as it is. On PostgreSQL also row-level security and grants, as its owner.</summary>
    public static async Task BringUpToDate(this TeleservicesDb db, DataOptions data, CancellationToken ct)
    {
        // Asked first, so that an ordinary start takes no migration lock, which a killed process would leave behind.
        if ((await db.SchemaState(ct)).Pending.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
        }

        if (!db.Database.IsSqlite())
        {
            await RowSecurity.Apply(db, ApplicationRole(data), ct);
        }
    }

    /// <summary>For a server's start: brings up to date where that is allowed, and refuses a store of another shape.</summary>
    /// <exception cref="UnknownSchemaException">The store is older or newer than this build.</exception>
    public static async Task RequireSchema(this IServiceProvider services, CancellationToken ct)
    {
        var databases = services.GetRequiredService<Databases>();
        foreach (var name in databases.Names)
        {
            await using var db = databases.Open(name);
            await Require(db, databases.OptionsOf(name), ct);
        }
    }

    /// <summary>The state of every database, by name; nothing is the common one's.</summary>
    public static async Task<IReadOnlyList<(string? Name, SchemaState State)>> SchemaStates(this IServiceProvider services, CancellationToken ct)
    {
        var databases = services.GetRequiredService<Databases>();
        var states = new List<(string?, SchemaState)>();
        foreach (var name in databases.Names)
        {
            await using var db = databases.Open(name);
            states.Add((name, await db.SchemaState(ct)));
        }

        return states;
    }

    /// <summary>Brings every database up to date.</summary>
    public static async Task BringAllUpToDate(this IServiceProvider services, CancellationToken ct)
    {
        var databases = services.GetRequiredService<Databases>();
        foreach (var name in databases.Names)
        {
            await using var db = databases.Open(name);
            await db.BringUpToDate(databases.OptionsOf(name), ct);
        }
    }

    private static async Task Require(TeleservicesDb db, DataOptions data, CancellationToken ct)
    {
        var store = db.Place is { } name ? $"database '{name}'" : "store";
        if (data.Migrates)
        {
            await db.BringUpToDate(data, ct);
        }

        var state = await db.SchemaState(ct);
        if (state.Pending.Count > 0)
        {
            throw new UnknownSchemaException(
                $"The {store} lacks {state.Pending.Count} migration(s), the first is {state.Pending[0]}. Run 'teleservices migrate apply' with this version, then start again.");
        }

        if (state.Unknown.Count > 0 && !data.AllowNewerSchema)
        {
            throw new UnknownSchemaException(
                $"A newer version has changed the {store} (migration {state.Unknown[^1]}). Start that version, or set TELESERVICES__Data__AllowNewerSchema=true to go back to this one.");
        }
    }

    /// <summary>The role of <see cref="DataOptions.Connection"/>, unless it is the owner itself.</summary>
    private static string? ApplicationRole(DataOptions data)
    {
        var application = new NpgsqlConnectionStringBuilder(data.Connection).Username;
        var owner = data.OwnerConnection is null ? application : new NpgsqlConnectionStringBuilder(data.OwnerConnection).Username;
        return application == owner ? null : application;
    }
}
