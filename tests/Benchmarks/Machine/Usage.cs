using System.Globalization;

namespace Teleservices.Benchmarks.Machine;

/// <summary>What a group of processes has used, as Linux counts it (proc(5)).</summary>
/// <param name="Name">What the group is.</param>
/// <param name="Roots">The first process of each tree in it.</param>
internal sealed record ProcessGroup(string Name, IReadOnlyList<int> Roots)
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor time so far, with those of children that have ended.</summary>
    public double CpuSeconds() => Members().Sum(Cpu);

    /// <summary>Memory now, in MiB: resident, and proportional (pages that are shared are counted once).</summary>
    public (double Rss, double Pss) Memory()
    {
        var (rss, pss) = (0L, 0L);
        foreach (var process in Members())
        {
            foreach (var line in Lines($"/proc/{process}/smaps_rollup"))
            {
                rss += line.StartsWith("Rss:", StringComparison.Ordinal) ? Kilobytes(line) : 0;
                pss += line.StartsWith("Pss:", StringComparison.Ordinal) ? Kilobytes(line) : 0;
            }
        }

        return (rss / 1024.0, pss / 1024.0);
    }

    private static double Cpu(int process)
    {
        // pid (name) state ppid … utime stime cutime cstime at 14 to 17; the name may hold blanks.
        if (Lines($"/proc/{process}/stat") is not [var stat, ..])
        {
            return 0;
        }

        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private List<int> Members()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && Lines($"/proc/{process}/stat") is [var stat, ..])
            {
                parents[process] = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
            }
        }

        var members = new List<int>(Roots);
        for (var place = 0; place < members.Count; place++)
        {
            members.AddRange(parents.Where(pair => pair.Value == members[place]).Select(pair => pair.Key));
        }

        return members;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return [];
        }
    }

    private static long Kilobytes(string line) => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}

/// <summary>Processor time of several groups between two moments.</summary>
internal sealed class Meter(params IReadOnlyList<ProcessGroup> groups)
{
    private readonly double[] before = [.. groups.Select(group => group.CpuSeconds())];

    /// <summary>Milliseconds since this meter was made, by group.</summary>
    public IReadOnlyDictionary<string, double> Milliseconds() =>
        groups.Select((group, place) => (group.Name, Used: (group.CpuSeconds() - before[place]) * 1000)).ToDictionary(pair => pair.Name, pair => pair.Used);
}
