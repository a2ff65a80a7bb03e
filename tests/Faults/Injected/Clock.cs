using System.Diagnostics;

namespace Teleservices.Faults.Injected;

/// <summary>
/// Somebody, or a bad time server, sets the clock of one machine wrong, and later right again. Each process of ours has a clock of its own
/// that a file moves (clock.c, compiled at the start); what measures lengths of time is left alone, as on a real machine.
/// </summary>
internal sealed class Clock
{
    private static readonly Lazy<string?> Library = new(Compile);
    private readonly string file = Path.GetTempFileName();

    public Clock() => Set(TimeSpan.Zero);

    public static bool IsThere => Library.Value is not null;

    /// <summary>What a process needs to go by this clock.</summary>
    public IReadOnlyDictionary<string, string> Environment => Library.Value is { } library
        ? new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["TELESERVICES_FAULTS_CLOCK"] = file }
        : new Dictionary<string, string>();

    /// <summary>Up to an hour and a half before or after the true time, for a while.</summary>
    public async Task Jump(Random random)
    {
        Set(TimeSpan.FromMinutes(random.Next(-90, 90)));
        await Fault.Moment(random, 3000, 8000);
        Set(TimeSpan.Zero);
    }

    /// <summary>In place: the processes have the file mapped.</summary>
    private void Set(TimeSpan offset)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        written.Write(BitConverter.GetBytes((long)offset.TotalSeconds));
    }

    private static string? Compile()
    {
        var library = Path.Combine(Directory.CreateTempSubdirectory("teleservices-faults-clock-").FullName, "clock.so");
        try
        {
            using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-O2", "-o", library, Path.Combine(AppContext.BaseDirectory, "Injected", "clock.c"), "-ldl"]);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? library : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
