using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Seeds;

/// <summary>What seeders need when they write.</summary>
public static class SeedWriting
{
    /// <summary>Counts what the coming commit adds and changes among rows of a kind; the rest of those read is right already.</summary>
    /// <typeparam name="T">The entity, or an interface that several share.</typeparam>
    public static SeedSummary SummaryOf<T>(this TeleservicesDb db, string what, int read)
        where T : class
    {
        db.ChangeTracker.DetectChanges();
        var states = db.ChangeTracker.Entries<T>().Select(entry => entry.State).ToList();
        var added = states.Count(state => state == EntityState.Added);
        var changed = states.Count(state => state == EntityState.Modified);
        return new SeedSummary(what, added, changed, read - added - changed);
    }
}
