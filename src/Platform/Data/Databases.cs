using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data;

/// <summary>
/// The common database and those that single administrations have for themselves, by name; nothing is the common one's name. Each has its own pool,
/// made when it is first asked for.
/// </summary>
internal sealed class Databases(
    PooledDbContextFactory<TeleservicesDb> common, DbContextOptions<TeleservicesDb> commonOptions, IOptions<DataOptions> data, IServiceProvider provider)
{
    private readonly Dictionary<string, Lazy<PooledDbContextFactory<TeleservicesDb>>> own = data.Value.Databases.ToDictionary(
        one => one.Key,
        one => new Lazy<PooledDbContextFactory<TeleservicesDb>>(() => new(new DbContextOptionsBuilder<TeleservicesDb>(
                StoreConnection.Options(provider, data.Value.For(one.Value))).UseModel(commonOptions.FindExtension<CoreOptionsExtension>()!.Model!).Options)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, the common one's first.</summary>
    public IEnumerable<string?> Names => own.Keys.Order(StringComparer.OrdinalIgnoreCase).Prepend(null);

    /// <summary>Whether the settings name it.</summary>
    public bool Has(string? name) => name is null || own.ContainsKey(name);

    /// <summary>How it is configured.</summary>
    public DataOptions OptionsOf(string? name) => name is null ? data.Value : data.Value.For(data.Value.Databases[name]);

    /// <summary>A context of its own for this database; the caller gives it back.</summary>
    /// <exception cref="InvalidOperationException">The settings name no such database.</exception>
    public TeleservicesDb Open(string? name, Current? current = null) =>
        (name is null ? common : Own(name)).CreateDbContext().Serve(current ?? new Current(), name);

    private PooledDbContextFactory<TeleservicesDb> Own(string name) => own.TryGetValue(name, out var factory) ? factory.Value : throw new InvalidOperationException(
        $"An administration lives in the database '{name}', but this process has no Data:Databases:{name}:Connection.");
}
