using System.Globalization;

namespace Teleservices.Faults;

/// <summary>What the command line asks for.</summary>
/// <param name="Store"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Bus"><c>memory</c> or <c>rabbitmq</c>.</param>
/// <param name="Seed">The same seed injects the same faults in the same order.</param>
/// <param name="Faults">How many faults.</param>
/// <param name="Requests">How many requests at least.</param>
/// <param name="Filers">How many residents file at the same time.</param>
/// <param name="Minutes">Stops injecting after so long, heals, and tells what was done until then.</param>
/// <param name="Canary">Whether to lose one case on purpose at the end: the rig must find it.</param>
/// <param name="Json">Whether the last line is one JSON object.</param>
internal sealed record Plan(string Store, string Bus, int Seed, int Faults, int Requests, int Filers, int Minutes, bool Canary, bool Json)
{
    public static Plan Read(string[] args)
    {
        string Text(string name, string otherwise) => Array.IndexOf(args, $"--{name}") is >= 0 and var place && place + 1 < args.Length ? args[place + 1] : otherwise;
        int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var (faults, requests) = Text("plan", "short") switch
        {
            "short" => (14, 200),
            "long" => (300, 20_000),
            var other => throw new ArgumentException($"--plan is short or long, not '{other}'."),
        };
        var store = Text("store", "sqlite");
        return new Plan(
            store, Text("bus", store == "postgres" ? "rabbitmq" : "memory"), Number("seed", 20261123), Number("faults", faults), Number("requests", requests),
            Number("filers", 8), Number("minutes", int.MaxValue), args.Contains("--canary"), args.Contains("--json"));
    }
}
