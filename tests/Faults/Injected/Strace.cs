using System.Diagnostics;
using System.Globalization;
using Teleservices.TestKit;

namespace Teleservices.Faults.Injected;

/// <summary>Stands between a process and the system: kills it exactly at a call, or answers the call with an error.</summary>
internal static class Strace
{
    /// <summary>In the middle of what it was committing or sending.</summary>
    public static async Task KillAt(ServerProcess process, Random random)
    {
        var nth = random.Next(1, 40).ToString(CultureInfo.InvariantCulture);
        using var strace = Attach([process.Id], "fsync,fdatasync,sendto,sendmsg", $"signal=SIGKILL:when={nth}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        try
        {
            await strace.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // So little happened that it was never reached: an ordinary kill, then.
            strace.Kill();
        }

        await process.Kill();
        await process.Start();
    }

    /// <summary>From now on, to these processes and all that they start.</summary>
    public static Process Attach(IEnumerable<int> processes, string calls, string injection)
    {
        var strace = Process.Start(new ProcessStartInfo(
            "strace",
            [
                "-f", "-qq", "-o", "/dev/null", .. processes.SelectMany(pid => (string[])["-p", pid.ToString(CultureInfo.InvariantCulture)]),
                "-e", $"trace={calls}", "-e", $"inject={calls}:{injection}",
            ])
        { RedirectStandardError = true })!;
        _ = strace.StandardError.ReadToEndAsync();
        return strace;
    }

    /// <summary>Asked to end it lets its processes go on; killed it might leave them stopped.</summary>
    public static async Task Detach(Process strace)
    {
        if (!strace.HasExited)
        {
            Fault.Signal("INT", [strace.Id]);
            await strace.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        }
    }
}
