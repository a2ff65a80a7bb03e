using System.ComponentModel;
using System.Diagnostics;

namespace Teleservices.Faults.Injected;

/// <summary>Whether this machine has, and lets us use, what a fault needs; what is left out is said.</summary>
internal static class Tools
{
    public static bool Has(Fault fault)
    {
        var there = fault.Tool switch
        {
            "strace" => Works("strace", "-o", "/dev/null", "true"),
            "cc" => Clock.IsThere,
            "iptables" => Works("iptables", "-L", "INPUT", "-n"),
            _ => true,
        };
        if (!there)
        {
            Console.Error.WriteLine($"Left out: {fault.Name}, because {fault.Tool} is missing or not allowed here.");
        }

        return there;
    }

    private static bool Works(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.WaitForExit(5_000) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
