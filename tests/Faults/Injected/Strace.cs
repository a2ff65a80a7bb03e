using System.Diagnostics;
using System.Globalization;
using Teleservices.TestKit;

namespace Teleservices.Faults.Injected;

/// <summary>Kills a process exactly at a system call, in the middle of what it was committing or sending.</summary>
internal static class Strace
{
    public static async Task KillAt(ServerProcess process, Random random)
    {
        var nth = random.Next(1, 40).ToString(CultureInfo.InvariantCulture);
        const string Calls = "fsync,fdatasync,sendto,sendmsg";
        using var strace = Process.Start(new ProcessStartInfo(
            "strace", ["-f", "-qq", "-o", "/dev/null", "-p", process.Id.ToString(CultureInfo.InvariantCulture), "-e", $"trace={Calls}", "-e", $"inject={Calls}:signal=SIGKILL:when={nth}"])
        { RedirectStandardError = true })!;
        _ = strace.StandardError.ReadToEndAsync();
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
}
