using System.Globalization;
using System.Runtime.InteropServices;

namespace Teleservices.Benchmarks.Machine;

/// <summary>Where a figure was measured.</summary>
internal sealed record Facts(int Processors, double LoadBefore, string Runtime, string System)
{
    public static Facts Now() => new(
        Environment.ProcessorCount,
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture),
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription);
}
