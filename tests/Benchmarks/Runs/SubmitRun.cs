using System.Globalization;
using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Machine;
using Teleservices.Benchmarks.Site;
using Teleservices.TestKit.Stores;

namespace Teleservices.Benchmarks.Runs;

/// <summary>Residents file a real form, page by page; every request is followed until it is a case in its owner's queue.</summary>
internal sealed class SubmitRun(Asked asked)
{
    private const string Form = "signalement-voirie";

    public async Task Run()
    {
        var report = new Report(asked);
        await using var site = new RunningSite(asked);
        await site.Start();
        await site.StartYardstick();
        var people = await site.Residents(asked.Number("residents", 64));
        string[] concurrency = ["--concurrency", $"{asked.Concurrency}"];
        await using var residents = await LoadProcess.Start(site.Port, "gien.localhost", ["--kind", "file", "--form", Form, "--people", people, .. concurrency]);
        await using var yardstick = await LoadProcess.Start(site.YardstickPort, "127.0.0.1", ["--kind", "yardstick", .. concurrency]);

        // The first rounds are the compiler's.
        await residents.Run(asked.Number("warm-up", 10));
        await yardstick.Run(3);
        await Delivered(site);

        var (filing, bare, filingCpu, bareCpu, ratios, delivered) =
            (new List<Round>(), new List<Round>(), new List<(IReadOnlyDictionary<string, double>, double)>(), new List<(IReadOnlyDictionary<string, double>, double)>(), new List<double>(), new List<double>());
        for (var round = 0; round < asked.Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var meter = new Meter(site.Groups);
            filing.Add(await residents.Run(asked.Seconds));
            await Delivered(site);
            delivered.Add(filing[^1].Operations / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            filingCpu.Add((meter.Milliseconds(), filing[^1].Operations));

            var bareMeter = new Meter(site.YardstickGroups);
            bare.Add(await yardstick.Run(asked.Seconds));
            bareCpu.Add((bareMeter.Milliseconds(), bare[^1].Operations));
            ratios.Add(filing[^1].Rate / bare[^1].Rate);
        }

        report.Add("filed_per_second", "requests filed (durable, resident's side)", Spread.Of(filing.Select(round => round.Rate)), "/s");
        report.Add("delivered_per_second", "delivered into the owner's queue, end to end", Spread.Of(delivered), "/s");
        report.Add("requests_per_filing", "HTTP requests per filing", filing.Average(round => (double)round.Requests / round.Operations), "");
        report.Add("http_per_second", "HTTP requests", Spread.Of(filing.Select(round => round.Requests / round.Seconds)), "/s");
        report.Add("acknowledged_ms", "the request that files, until acknowledged", filing[^1].Acknowledged, "p99 ≤ 250 ms");
        report.Add("request_ms", "any HTTP request", filing[^1].Each);
        report.Add("journey_ms", "the whole way of a resident, without thinking", filing[^1].Whole);
        report.AddCpu("cpu_ms_per_filing", "CPU per filing, delivered (all processes)", filingCpu, "; target 4");
        report.Add("yardstick_per_second", "yardstick: form GET and insert POST", Spread.Of(bare.Select(round => round.Rate)), "/s");
        report.AddCpu("yardstick_cpu_ms", "yardstick: CPU per GET and POST", bareCpu);
        report.Add("ratio", "filings to the yardstick's", Spread.Of(ratios), "× (target 0.5)");
        report.Add("http_ratio", "HTTP requests to the yardstick's", Spread.Of(filing.Zip(bare, (own, other) => own.Requests / own.Seconds / (other.Requests / other.Seconds))), "×");
        await Sustained(site, residents, report);
        report.Add("filed_to_delivered_ms", "from filed to a case in the queue, all rounds", Times.Of(await Delays(site)));
        report.AddMemory(site.Groups);
        report.Print();
    }

    /// <summary>The same for minutes on end, with <c>--minutes</c>.</summary>
    private async Task Sustained(RunningSite site, LoadProcess residents, Report report)
    {
        if (asked.Number("minutes", 0) is var minutes and > 0)
        {
            var began = TimeProvider.System.GetTimestamp();
            var meter = new Meter(site.Groups);
            var round = await residents.Run(minutes * 60);
            var open = await site.Count("forms.request") - await site.Count("cases.case");
            await Delivered(site);
            report.Add("sustained_per_second", $"sustained for {minutes} min, delivered", round.Operations / TimeProvider.System.GetElapsedTime(began).TotalSeconds, "/s", "target 200");
            report.Add("sustained_backlog", "not yet delivered when the last was filed", open, "requests");
            report.Add("sustained_acknowledged_ms", "sustained: the request that files, until acknowledged", round.Acknowledged, "p99 ≤ 250 ms");
            report.AddCpu("sustained_cpu_ms", "sustained: CPU per filing, delivered", [(meter.Milliseconds(), round.Operations)], "; target 4");
        }
    }

    /// <summary>Waits until every request that was filed is a case.</summary>
    private static async Task Delivered(RunningSite site)
    {
        for (var tries = 0; await site.Count("cases.case") < await site.Count("forms.request"); tries++)
        {
            if (tries > 12000)
            {
                throw new TimeoutException("Not every request became a case within ten minutes.");
            }

            await Task.Delay(50);
        }
    }

    private static async Task<IEnumerable<double>> Delays(RunningSite site)
    {
        // SQLite keeps moments as whole numbers of 100 ns, PostgreSQL as moments.
        var difference = TestStore.OnPostgres
            ? """EXTRACT(EPOCH FROM (c."OpenedAt" - r."FiledAt")) * 1000"""
            : "(c.\"OpenedAt\" - r.\"FiledAt\") / 10000.0";
        var text = await site.Ask($"""SELECT {difference} FROM {RunningSite.Table("forms.request")} r JOIN {RunningSite.Table("cases.case")} c ON c."RequestId" = r."Id" """);
        return text.Select(milliseconds => double.Parse(milliseconds, CultureInfo.InvariantCulture));
    }
}
