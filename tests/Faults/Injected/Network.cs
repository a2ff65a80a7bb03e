using System.Diagnostics;
using System.Globalization;

namespace Teleservices.Faults.Injected;

/// <summary>The way to the broker is cut, for new and for open connections.</summary>
internal static class Network
{
    public static async Task CutOff(Random random, params string[] how)
    {
        // One way or both: what is sent to the broker, or also what it answers.
        var answers = how[0] == "DROP" && random.Next(2) == 0;
        await Rule("-I", "--dport", how);
        if (answers)
        {
            await Rule("-I", "--sport", how);
        }

        try
        {
            await Fault.Moment(random, 2000, 8000);
        }
        finally
        {
            await Rule("-D", "--dport", how);
            if (answers)
            {
                await Rule("-D", "--sport", how);
            }
        }
    }

    private static async Task Rule(string verb, string side, string[] how)
    {
        string[] rule = [verb, "INPUT", "-i", "lo", "-p", "tcp", side, Backing.BrokerPort.ToString(CultureInfo.InvariantCulture), "-j", .. how];
        using var iptables = Process.Start("iptables", rule);
        await iptables.WaitForExitAsync();
        if (iptables.ExitCode != 0)
        {
            throw new InvalidOperationException("iptables is needed, and the right to use it: apt-get install iptables, and be root.");
        }
    }
}
