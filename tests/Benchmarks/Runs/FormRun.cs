using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Machine;
using Teleservices.Benchmarks.Site;

namespace Teleservices.Benchmarks.Runs;

/// <summary>Pages that a resident looks at: a page of a form with a draft, and the catalogue of an administration.</summary>
internal sealed class FormRun(Asked asked)
{
    public async Task Run()
    {
        var report = new Report(asked);
        await using var site = new RunningSite(asked);
        await site.Start();
        await site.StartYardstick();
        var people = await site.Residents(asked.Number("residents", 32));
        string[] concurrency = ["--concurrency", $"{asked.Concurrency}"];
        await using var form = await LoadProcess.Start(
            site.Port, "gien.localhost", ["--kind", "draft", "--form", asked.Text("form", "signalement-voirie"), "--people", people, .. concurrency]);
        await using var home = await LoadProcess.Start(site.Port, "gien.localhost", ["--kind", "get", "--paths", await site.List("paths", ["/"]), .. concurrency]);
        await using var bare = await LoadProcess.Start(site.YardstickPort, "127.0.0.1", ["--kind", "get", "--paths", await site.List("paths", ["/form"]), .. concurrency]);
        (string Key, string Words, LoadProcess Load, IReadOnlyList<ProcessGroup> Groups)[] pages =
        [
            ("form", "page of a form, signed in, with a draft", form, site.Groups),
            ("home", "home with the catalogue, nobody signed in", home, site.Groups),
            ("yardstick", "yardstick: its form", bare, site.YardstickGroups),
        ];
        var rounds = pages.ToDictionary(page => page.Key, _ => new List<(Round Round, IReadOnlyDictionary<string, double> Cpu)>());
        foreach (var page in pages)
        {
            await page.Load.Run(asked.Number("warm-up", 6));
        }

        for (var round = 0; round < asked.Rounds; round++)
        {
            foreach (var page in pages)
            {
                var meter = new Meter(page.Groups);
                var measured = await page.Load.Run(asked.Seconds);
                rounds[page.Key].Add((measured, meter.Milliseconds()));
            }
        }

        foreach (var (key, words, _, _) in pages)
        {
            var own = rounds[key];
            report.Add($"{key}_per_second", words, Spread.Of(own.Select(round => round.Round.Rate)), "/s" + (key == "form" ? " (target 3,000)" : ""));
            report.Add($"{key}_bytes", "  its size", own[^1].Round.Bytes / (double)own[^1].Round.Requests, "bytes");
            report.Add($"{key}_ms", "  its time", own[^1].Round.Each);
            report.AddCpu($"{key}_cpu_ms", "  CPU", own.Select(round => (round.Cpu, (double)round.Round.Operations)));
        }

        report.Add("ratio", "pages of a form to the yardstick's", Spread.Of(rounds["form"].Zip(rounds["yardstick"], (one, other) => one.Round.Rate / other.Round.Rate)), "×");
        report.AddMemory(site.Groups);
        report.Print();
    }
}
