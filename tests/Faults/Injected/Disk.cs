using System.Globalization;

namespace Teleservices.Faults.Injected;

/// <summary>Disks that are full, or that say after the fact that they have written nothing.</summary>
internal static class Disk
{
    /// <summary>Every write of these processes is refused for a while: no space left on device.</summary>
    public static Task Full(IReadOnlyList<int> processes, Random random) => Refuse(processes, "pwrite64,pwritev,pwritev2", "ENOSPC", "1+", random);

    /// <summary>The n-th time that a process asks for its writes to be on the disk, the disk fails.</summary>
    public static Task Broken(IReadOnlyList<int> processes, Random random) =>
        Refuse(processes, "fsync,fdatasync", "EIO", random.Next(1, 10).ToString(CultureInfo.InvariantCulture), random);

    /// <summary>A database that found its disk full or broken ends itself sooner than it would promise what it cannot keep. Somebody makes room, and starts it.</summary>
    public static async Task UnderDatabase(Site site, Func<IReadOnlyList<int>, Random, Task> happens, Random random)
    {
        await happens(Backing.Tree(site.Backing.Database), random);
        if (!await site.Backing.DatabaseRuns())
        {
            await site.Backing.StartDatabase();
        }
    }

    /// <summary>The broker sees its disk nearly full: it takes nothing more from anybody until there is room again.</summary>
    public static async Task UnderBroker(Site site, Random random)
    {
        await site.Backing.FillBroker();
        await Fault.Moment(random, 1000, 6000);
        await site.Backing.FreeBroker();
    }

    private static async Task Refuse(IReadOnlyList<int> processes, string calls, string error, string when, Random random)
    {
        using var strace = Strace.Attach(processes, calls, $"error={error}:when={when}");
        await Fault.Moment(random, 1000, 4000);
        await Strace.Detach(strace);
    }
}
