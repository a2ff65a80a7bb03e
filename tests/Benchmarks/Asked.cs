using System.Globalization;

namespace Teleservices.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed class Asked
{
    private readonly Dictionary<string, string> options = [];

    private Asked(string what) => What = what;

    /// <summary>The sub-command.</summary>
    public string What { get; }

    public string Store => Text("store", "sqlite");

    public string Bus => Text("bus", "memory");

    public bool Json => options.ContainsKey("json");

    public bool OnPostgres => Store == "postgres";

    public int Rounds => Number("rounds", 3);

    /// <summary>Length of a round.</summary>
    public int Seconds => Number("seconds", 10);

    public int Concurrency => Number("concurrency", 16);

    public static Asked Read(string[] args)
    {
        var asked = new Asked(args.FirstOrDefault() ?? "");
        for (var place = 1; place < args.Length; place++)
        {
            if (!args[place].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{args[place]}' is not an option.");
            }

            var isFlag = place + 1 == args.Length || args[place + 1].StartsWith("--", StringComparison.Ordinal);
            asked.options[args[place][2..]] = isFlag ? "" : args[++place];
        }

        return asked;
    }

    public string Text(string name, string otherwise) => options.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
