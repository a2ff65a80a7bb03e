using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Backup;

/// <summary>How the database of one kind of store is saved and brought back.</summary>
internal abstract class StoreCopy
{
    /// <summary>Name of the database's file in a backup.</summary>
    public abstract string File { get; }

    /// <summary>Saves the database as it is at one moment, while others go on writing.</summary>
    /// <returns>What every table held at that moment.</returns>
    public abstract Task<IReadOnlyList<TableContent>> Save(string folder, CancellationToken ct);

    /// <summary>Whether there is nothing yet where it is to be restored.</summary>
    public abstract Task<bool> IsEmpty(CancellationToken ct);

    /// <summary>Brings the database back.</summary>
    /// <returns>What every table holds now.</returns>
    public abstract Task<IReadOnlyList<TableContent>> Restore(string folder, CancellationToken ct);

    public static StoreCopy Of(DataOptions data, IStringLocalizer<Texts> texts) =>
        data.Store == StoreKind.Sqlite ? new SqliteCopy(data) : new PostgresCopy(data, texts);
}
