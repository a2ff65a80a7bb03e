using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Teleservices.Benchmarks.Machine;

/// <summary>A table for people, and with <c>--json</c> the same figures on the last line for machines.</summary>
internal sealed class Report(Asked asked)
{
    private readonly Dictionary<string, object> figures = new()
    {
        ["benchmark"] = asked.What,
        ["store"] = asked.Store,
        ["bus"] = asked.Bus,
        ["machine"] = Facts.Now(),
    };

    private readonly Table table = new Table().AddColumns("What", "Figure", "Least – most, or target");

    /// <summary>A figure with its spread over the rounds.</summary>
    public void Add(string key, string words, Spread spread, string unit)
    {
        figures[key] = spread;
        table.AddRow(Markup.Escape(words), $"{Text(spread.Median)} {unit}", $"{Text(spread.Least)} – {Text(spread.Most)}");
    }

    /// <summary>A figure by itself.</summary>
    public void Add(string key, string words, double value, string unit, string note = "")
    {
        figures[key] = Figures.Round(value);
        table.AddRow(Markup.Escape(words), $"{Text(Figures.Round(value))} {unit}".TrimEnd(), Markup.Escape(note));
    }

    /// <summary>Latencies.</summary>
    public void Add(string key, string words, Times times, string note = "")
    {
        figures[key] = times;
        table.AddRow(Markup.Escape(words), $"p50 {Text(times.P50)}, p95 {Text(times.P95)}, p99 {Text(times.P99)} ms", Markup.Escape(note));
    }

    /// <summary>Processor time by group, per operation.</summary>
    public void AddCpu(string key, string words, IEnumerable<(IReadOnlyDictionary<string, double> Used, double Operations)> rounds, string note = "")
    {
        var list = rounds.ToList();
        var operations = list.Sum(round => round.Operations);
        var groups = list.SelectMany(round => round.Used).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => Figures.Round(same.Sum(pair => pair.Value) / operations));
        figures[key] = new { total = Spread.Of(list.Select(round => round.Used.Values.Sum() / round.Operations)), groups };
        table.AddRow(Markup.Escape(words), $"{Text(Figures.Round(groups.Values.Sum()))} ms", Markup.Escape(string.Join(", ", groups.Select(pair => $"{pair.Key} {Text(pair.Value)}")) + note));
    }

    public void AddMemory(IReadOnlyList<ProcessGroup> groups)
    {
        var memory = groups.ToDictionary(group => group.Name, group => group.Memory());
        figures["memory_mib"] = memory.ToDictionary(pair => pair.Key, pair => new { rss = Figures.Round(pair.Value.Rss), pss = Figures.Round(pair.Value.Pss) });
        foreach (var (name, (rss, pss)) in memory)
        {
            table.AddRow($"memory of {name}", $"{rss:0} MiB resident", $"{pss:0} MiB proportional");
        }
    }

    /// <summary>Any further fact, for machines only.</summary>
    public void Note(string key, object value) => figures[key] = value;

    public void Print()
    {
        AnsiConsole.Console.Profile.Width = Math.Max(AnsiConsole.Console.Profile.Width, 130);
        AnsiConsole.Write(table.Title($"{asked.What} on {asked.Store} + {asked.Bus}"));
        if (asked.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        }
    }

    private static string Text(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
