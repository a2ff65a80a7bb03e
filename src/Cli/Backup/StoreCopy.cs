using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Backup;

/// <summary>How a database of one kind of store is saved and brought back.</summary>
/// <param name="name">Its name; nothing for the common one.</param>
internal abstract class StoreCopy(string? name) : IAsyncDisposable
{
    /// <summary>Name of an administration's own database; nothing for the common one.</summary>
    public string? Name => name;

    /// <summary>Path of the database's file in a backup.</summary>
    public string File => (name is null ? "database" : Path.Combine("databases", name)) + Extension;

    /// <summary>End of the file's name.</summary>
    protected abstract string Extension { get; }

    /// <summary>No message is written or dealt with here until the answer is given back: for so long as it takes to fix one moment in several databases.</summary>
    public abstract Task<IAsyncDisposable> Hold(CancellationToken ct);

    /// <summary>Fixes the moment that is saved; others go on writing.</summary>
    public abstract Task Fix(CancellationToken ct);

    /// <summary>Saves the database as it was at the moment that was fixed.</summary>
    /// <returns>What every table held at that moment.</returns>
    public abstract Task<IReadOnlyList<TableContent>> Save(string folder, CancellationToken ct);

    /// <summary>Whether there is nothing yet where it is to be restored.</summary>
    public abstract Task<bool> IsEmpty(CancellationToken ct);

    /// <summary>Brings the database back.</summary>
    /// <returns>What every table holds now.</returns>
    public abstract Task<IReadOnlyList<TableContent>> Restore(string folder, CancellationToken ct);

    /// <summary>Lets the moment go.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>The common database, and after it those that administrations have for themselves.</summary>
    public static IReadOnlyList<StoreCopy> All(DataOptions data, IStringLocalizer<Texts> texts) =>
    [
        Of(data, null, null, texts),
        .. data.Databases.OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase).Select(one => Of(data.For(one.Value), one.Key.ToLowerInvariant(), data.BackupConnection, texts)),
    ];

    private static StoreCopy Of(DataOptions data, string? name, string? backup, IStringLocalizer<Texts> texts) =>
        data.Store == StoreKind.Sqlite ? new SqliteCopy(data, name) : new PostgresCopy(data, name, backup, texts);
}
