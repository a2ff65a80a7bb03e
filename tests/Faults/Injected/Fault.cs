using System.Diagnostics;
using System.Globalization;
using Teleservices.TestKit;

namespace Teleservices.Faults.Injected;

/// <summary>Something that really happens to servers. It is injected, lasts a while, and is healed.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Split">Only where web, workers, database and broker are processes of their own.</param>
/// <param name="Strike">Injects and heals.</param>
/// <param name="Tool">A program that must be there and allowed, or nothing.</param>
internal sealed record Fault(string Name, bool Split, Func<Site, Random, Task> Strike, string? Tool = null)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("kill -9 web", false, (site, random) => Kill(Any(site.Webs, random), random)),
        new("kill -9 worker", true, (site, random) => Kill(Any(site.Workers, random), random)),
        new("hold up web (SIGSTOP)", false, (site, random) => HoldUp([Any(site.Webs, random).Id], random)),
        new("hold up worker (SIGSTOP)", true, (site, random) => HoldUp([Any(site.Workers, random).Id], random)),
        new("kill web at the n-th write to disk or network", false, (site, random) => Strace.KillAt(Any(site.Webs, random), random), "strace"),
        new("kill worker at the n-th write to network", true, (site, random) => Strace.KillAt(Any(site.Workers, random), random), "strace"),
        new("kill -9 database", true, KillDatabase),
        new("hold up database (SIGSTOP)", true, (site, random) => HoldUp(Backing.Tree(site.Backing.Database), random)),
        new("kill -9 broker", true, (site, random) => KillBroker(site, random, wipe: false)),
        new("wipe broker", true, (site, random) => KillBroker(site, random, wipe: true)),
        new("hold up broker (SIGSTOP)", true, (site, random) => HoldUp(Backing.Tree(site.Backing.Broker), random)),
        new("broker unreachable (packets dropped)", true, (_, random) => Network.CutOff(random, "DROP"), "iptables"),
        new("broker refuses (reset)", true, (_, random) => Network.CutOff(random, "REJECT", "--reject-with", "tcp-reset"), "iptables"),
        new("commit carried out, answer lost", true, LoseAnswers),
        new("disk of web full", false, (site, random) => Disk.Full([Any(site.Webs, random).Id], random), "strace"),
        new("disk of database full", true, (site, random) => Disk.UnderDatabase(site, Disk.Full, random), "strace"),
        new("disk of broker full", true, Disk.UnderBroker),
        new("fsync of web fails (EIO)", false, (site, random) => Disk.Broken([Any(site.Webs, random).Id], random), "strace"),
        new("fsync of database fails (EIO)", true, (site, random) => Disk.UnderDatabase(site, Disk.Broken, random), "strace"),
        new("clock of web jumps", false, (site, random) => site.Clocks[random.Next(site.Webs.Count)].Jump(random), "cc"),
        new("clock of worker jumps", true, (site, random) => site.Clocks[site.Webs.Count + random.Next(site.Workers.Count)].Jump(random), "cc"),
        new("duplicated, forged and poison messages", true, Messages.Inject),
    ];

    /// <summary>Sends a signal; a process that has just ended needs none.</summary>
    public static void Signal(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(pid => pid.ToString(CultureInfo.InvariantCulture))]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    /// <summary>A moment of between these.</summary>
    public static Task Moment(Random random, int from, int to) => Task.Delay(random.Next(from, to));

    private static ServerProcess Any(IReadOnlyList<ServerProcess> processes, Random random) => processes[random.Next(processes.Count)];

    private static async Task Kill(ServerProcess process, Random random)
    {
        await process.Kill();
        await Moment(random, 0, 1500);
        await process.Start();
    }

    private static async Task HoldUp(IReadOnlyList<int> processes, Random random)
    {
        Signal("STOP", processes);
        await Moment(random, 1000, 6000);
        Signal("CONT", processes);
    }

    private static async Task LoseAnswers(Site site, Random random)
    {
        site.Backing.Cable.CutCommits(random.Next(1, 6));
        await Moment(random, 500, 3000);
        site.Backing.Cable.CutCommits(0);
    }

    private static async Task KillDatabase(Site site, Random random)
    {
        Signal("KILL", Backing.Tree(site.Backing.Database));
        await Moment(random, 200, 3000);
        await site.Backing.StartDatabase();
    }

    private static async Task KillBroker(Site site, Random random, bool wipe)
    {
        Signal("KILL", Backing.Tree(site.Backing.Broker));
        await Moment(random, 200, 3000);
        if (wipe)
        {
            site.Backing.WipeBroker();
        }

        await site.Backing.StartBroker();
    }
}
