using System.Globalization;
using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Machine;
using Teleservices.Benchmarks.Site;

namespace Teleservices.Benchmarks.Runs;

/// <summary>Agents look at their queue, with every filter, over more and more cases.</summary>
internal sealed class QueueRun(Asked asked)
{
    /// <summary>Views, filters, a state, the team, and deep into the queue.</summary>
    private static readonly string[] Paths =
    [
        "/agents", "/agents?assigne=moi", "/agents?assigne=personne", "/agents?service=les-miens", "/agents?retard=oui", "/agents?etat=en-cours",
        "/agents?etat=en-attente", "/agents?etat=repondu", "/agents?etat=tous", "/agents?demarche=signalement-voirie&etat=nouveau", "/agents?service=voirie&assigne=personne",
    ];

    public async Task Run()
    {
        var report = new Report(asked);
        await using var site = new RunningSite(asked);
        await site.Start();
        string[] agents = ["agent.voirie@gien.example", "responsable@gien.example", "agent.etat-civil@gien.example", "agent.scolaire@gien.example"];
        var people = await site.List("people", agents);

        // One real case is the model of all others.
        var residents = await site.Residents(1);
        await using (await LoadProcess.Start(site.Port, "gien.localhost", ["--kind", "file", "--form", "signalement-voirie", "--people", residents, "--concurrency", "1"]))
        {
        }

        while (await site.Count("cases.case") == 0)
        {
            await Task.Delay(50);
        }

        var filler = new CaseFiller(site, asked);
        await filler.Begin();
        string[] concurrency = ["--concurrency", $"{Math.Min(asked.Concurrency, agents.Length)}"];
        var rates = new Dictionary<int, double>();
        foreach (var size in asked.Text("cases", "10000,100000,1000000").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var seconds = await filler.FillUpTo(size);
            await using var load = await LoadProcess.Start(
                site.Port, "gien.localhost", ["--kind", "get", "--paths", await site.List("paths", await Deep(site)), "--people", people, .. concurrency]);
            await load.Run(asked.Number("warm-up", 6));
            var rounds = new List<Round>();
            var cpu = new List<(IReadOnlyDictionary<string, double>, double)>();
            for (var round = 0; round < asked.Rounds; round++)
            {
                var meter = new Meter(site.Groups);
                rounds.Add(await load.Run(asked.Seconds));
                cpu.Add((meter.Milliseconds(), rounds[^1].Operations));
            }

            var spread = Spread.Of(rounds.Select(round => round.Rate));
            rates[size] = spread.Median;
            var name = size.ToString("#,0", CultureInfo.InvariantCulture);
            report.Add($"queue_{size}_per_second", $"queue pages over {name} cases", spread, "/s (target 600 at 100,000)");
            report.Add($"queue_{size}_ms", "  their time", rounds[^1].Each, "p95 ≤ 100 ms at 1,000,000");
            report.AddCpu($"queue_{size}_cpu_ms", "  CPU", cpu);
            report.Note($"queue_{size}_fill_seconds", Figures.Round(seconds));
        }

        report.Add("ratio", "time of a page, most cases to fewest", rates[rates.Keys.Min()] / rates[rates.Keys.Max()], "×", "target ≤ 1.3");
        report.AddMemory(site.Groups);
        report.Print();
    }

    /// <summary>The paths, and one cursor far down the queue.</summary>
    private static async Task<IEnumerable<string>> Deep(RunningSite site)
    {
        var place = (await site.Ask($"""SELECT "Place" FROM {RunningSite.Table("cases.case")} WHERE "Pile" = 'Desk' ORDER BY "Place" LIMIT 1 OFFSET 2000"""))[0];
        return [.. Paths, $"/agents?apres=0.{place}.{Guid.Empty:N}"];
    }
}
