using Microsoft.EntityFrameworkCore;

namespace Teleservices.Platform.Data;

/// <summary>Brings the store to the shape that this build knows.</summary>
public static class Schema
{
    /// <summary>Creates the store or applies what it lacks; a store of this shape is left as it is.</summary>
    public static async Task BringUpToDate(this TeleservicesDb db, CancellationToken ct)
    {
        // Asked first, so that an ordinary start takes no migration lock, which a killed process would leave behind.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }
}
