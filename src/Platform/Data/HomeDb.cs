using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data;

/// <summary>
/// The database in which the current administration lives: its own, or the common one. Modules that move with an administration
/// (<see cref="MovesWithAdministrationAttribute"/>) know no other.
/// </summary>
public sealed class HomeDb : IDisposable, IAsyncDisposable
{
    private readonly TeleservicesDb common;
    private readonly Current current;
    private readonly Databases databases;
    private TeleservicesDb? own;

    internal HomeDb(TeleservicesDb common, Current current, Databases databases) => (this.common, this.current, this.databases) = (common, current, databases);

    /// <summary>The context of that database; in the common one it is the same that everybody in this scope uses.</summary>
    public TeleservicesDb Context
    {
        get
        {
            if (current.Administration?.Home is not { } name)
            {
                return common;
            }

            if (own is not null && own.Place != name)
            {
                throw new InvalidOperationException("One scope works for one administration.");
            }

            return own ??= databases.Open(name, current);
        }
    }

    /// <summary>What has changed and is not committed yet.</summary>
    public ChangeTracker ChangeTracker => Context.ChangeTracker;

    /// <summary>Rows of one type.</summary>
    public DbSet<T> Set<T>()
        where T : class => Context.Set<T>();

    /// <summary>Adds a row to the next commit.</summary>
    public EntityEntry<T> Add<T>(T row)
        where T : class => Context.Add(row);

    /// <summary>Commits.</summary>
    /// <exception cref="AdministrationMovesException">The administration does not live here any more, or is about to leave.</exception>
    public Task<int> SaveChangesAsync(CancellationToken ct) => Context.SaveChangesAsync(ct);

    /// <inheritdoc/>
    public void Dispose() => own?.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? default;
}
