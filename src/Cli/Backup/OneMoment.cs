using System.Data.Common;

namespace Teleservices.Cli.Backup;

/// <summary>
/// Fixes one moment in several databases. A message goes from one to the other by three commits: written here, dealt with there, its row deleted here. So
/// a row must not be deleted between two snapshots: that there be neither the row in one nor the effect in the other. The outboxes stand still for the
/// milliseconds in which the snapshots are taken; what was on its way is found twice then, and dealing with it twice changes nothing.
/// </summary>
internal static class OneMoment
{
    /// <summary>Two who wait for each other in two databases are not seen by either: one gives up, and it is tried again.</summary>
    private const int Attempts = 5;

    public static async Task Fix(IReadOnlyList<StoreCopy> copies, CancellationToken ct)
    {
        if (copies.Count == 1)
        {
            await copies[0].Fix(ct);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FixAll(copies, ct);
                return;
            }
            catch (DbException fault) when (fault.IsTransient && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
            }
        }
    }

    private static async Task FixAll(IReadOnlyList<StoreCopy> copies, CancellationToken ct)
    {
        var held = new List<IAsyncDisposable>();
        try
        {
            foreach (var copy in copies)
            {
                held.Add(await copy.Hold(ct));
            }

            foreach (var copy in copies)
            {
                await copy.Fix(ct);
            }
        }
        finally
        {
            foreach (var one in held)
            {
                await one.DisposeAsync();
            }
        }
    }
}
