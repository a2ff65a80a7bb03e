using System.Diagnostics;
using System.Text.Json;
using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Machine;
using Teleservices.Benchmarks.Site;
using Teleservices.TestKit.Stores;

namespace Teleservices.Benchmarks.Runs;

/// <summary>Everything is saved while residents go on filing, brought back into an empty place, and compared there row by row.</summary>
internal sealed class BackupRun(Asked asked)
{
    public async Task Run()
    {
        var report = new Report(asked);
        await using var site = new RunningSite(asked);
        await site.Start();
        var people = await site.Residents(16);
        await using var load = await LoadProcess.Start(
            site.Port, "gien.localhost", ["--kind", "file", "--form", "signalement-voirie", "--people", people, "--concurrency", $"{asked.Number("concurrency", 4)}"]);
        await load.Run(asked.Number("warm-up", 10));
        while (await site.Count("cases.case") == 0)
        {
            await Task.Delay(50);
        }

        var filler = new CaseFiller(site, asked);
        await filler.Begin();
        await filler.FillUpTo(asked.Number("cases", 100_000));
        await filler.FillIn();

        var before = await load.Run(asked.Seconds);
        var folder = Path.Combine(site.Folder, "backup");
        var saving = Tool(site.Settings, "backup", folder);
        var during = new List<Round>();
        while (!saving.IsCompleted)
        {
            during.Add(await load.Run(2));
        }

        var (saved, savedIn) = await saving;
        var empty = Directory.CreateDirectory(Path.Combine(site.Folder, "restored")).FullName;
        await using var place = TestStore.OnPostgres ? await TestStore.CreateEmpty(empty) : await TestStore.Create(empty);
        var (restored, restoredIn) = await Tool(place.Settings, "restore", folder, "--verify");

        report.Add("rows", "rows saved", saved.GetProperty("rows").GetInt64(), "");
        report.Add("megabytes", "size of the backup", saved.GetProperty("bytes").GetInt64() / 1e6, "MB");
        report.Add("backup_seconds", "backup, while residents file", savedIn, "s", "target ≤ 300, both together");
        report.Add("restore_seconds", "restore --verify", restoredIn, "s");
        report.Note("equal", restored.GetProperty("equal").GetBoolean());
        report.Add("filed_before", "filed beside it, before", before.Rate, "/s");
        report.Add("filed_during", "  during the backup", during.Sum(round => round.Operations) / during.Sum(round => round.Seconds), "/s");
        report.Print();
    }

    /// <summary>The command line as IT staff call it, in a process of its own.</summary>
    private static async Task<(JsonElement Said, double Seconds)> Tool(IReadOnlyDictionary<string, string?> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Teleservices.Cli.dll"), .. arguments, "--json"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[$"TELESERVICES__{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        }

        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (JsonDocument.Parse(said).RootElement, TimeProvider.System.GetElapsedTime(began).TotalSeconds)
            : throw new InvalidOperationException($"teleservices ended with {process.ExitCode}: {said}");
    }
}
