using Microsoft.Extensions.DependencyInjection;
using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Machine;
using Teleservices.Benchmarks.Site;
using Teleservices.Platform.Tenancy;
using Teleservices.Server;
using Teleservices.TestKit.Stores;

namespace Teleservices.Benchmarks.Runs;

/// <summary>A platform with the dozen administrations of the seeds, and the same with all of the country's.</summary>
internal sealed class TenantsRun(Asked asked)
{
    private sealed record Seen(double StartSeconds, Spread Rate, Times Page, IReadOnlyList<(IReadOnlyDictionary<string, double>, double)> Cpu, double Rss, double Microseconds, long Kept);

    public async Task Run()
    {
        var report = new Report(asked);
        await using var site = new RunningSite(asked);
        await site.Start();
        var few = await Look(site);
        var many = asked.Number("administrations", 36_000);
        await site.StopServers();
        await Add(site, many);
        var all = await Look(site);
        foreach (var (key, words, seen) in new[] { ("few", "with the seeds' administrations", few), ("many", $"with {many:#,0} more", all) })
        {
            report.Add($"{key}_start_seconds", $"start-up {words}", seen.StartSeconds, "s");
            report.Add($"{key}_home_per_second", $"home page {words}", seen.Rate, "/s");
            report.Add($"{key}_home_ms", "  its time", seen.Page);
            report.AddCpu($"{key}_home_cpu_ms", "  CPU", seen.Cpu);
            report.Add($"{key}_rss_mib", "  memory of the server", seen.Rss, "MiB");
            report.Add($"{key}_resolve_us", "  finding a holder", seen.Microseconds, "µs", "target ≤ 2");
        }

        report.Add("start_ratio", "start-up, many to few", all.StartSeconds / few.StartSeconds, "×", "target ≤ 1.2");
        report.Add("memory_ratio", "memory, many to few", all.Rss / few.Rss, "×", "target ≤ 1.2");
        report.Add("page_ratio", "time of a page, many to few", few.Rate.Median / all.Rate.Median, "×", "target ≤ 1.2");
        report.Add("kib_per_administration", "memory of an idle administration", (all.Rss - few.Rss) * 1024 / many, "KiB", "target ≤ 2");
        report.Add("kept_kib_per_administration", "  of it, what is kept after a collection", (all.Kept - few.Kept) / 1024.0 / many, "KiB", "target ≤ 2");
        report.Print();
    }

    /// <summary>Starts anew, on a store that is made and seeded, and looks.</summary>
    private async Task<Seen> Look(RunningSite site)
    {
        await site.StopServers();
        var start = await site.StartServers();
        var paths = await site.List("paths", ["/"]);
        await using var home = await LoadProcess.Start(site.Port, "gien.localhost", ["--kind", "get", "--paths", paths, "--concurrency", $"{asked.Concurrency}"]);
        await home.Run(asked.Number("warm-up", 8));
        var (rounds, cpu) = (new List<Round>(), new List<(IReadOnlyDictionary<string, double>, double)>());
        for (var round = 0; round < asked.Rounds; round++)
        {
            var meter = new Meter(site.Groups);
            rounds.Add(await home.Run(asked.Seconds));
            cpu.Add((meter.Milliseconds(), rounds[^1].Operations));
        }

        var memory = site.Groups[0].Memory().Rss;
        var (microseconds, kept) = await Resolve(site);
        return new(start, Spread.Of(rounds.Select(round => round.Rate)), rounds[^1].Each, cpu, memory, microseconds, kept);
    }

    /// <summary>Who answers, asked in this process a hundred thousand times; and the bytes that are kept for it.</summary>
    private static async Task<(double Microseconds, long Kept)> Resolve(RunningSite site)
    {
        const int Times = 100_000;
        await using var app = ServerApp.Build([.. site.Arguments, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
        await using var scope = app.Services.CreateAsyncScope();
        var holders = scope.ServiceProvider.GetRequiredService<IHolders>();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var began = 0L;
        for (var turn = -Times / 10; turn < Times; turn++)
        {
            began = turn == 0 ? TimeProvider.System.GetTimestamp() : began;
            await holders.Of("police-voirie", "45155", day, CancellationToken.None);
        }

        return (TimeProvider.System.GetElapsedTime(began).TotalMicroseconds / Times, GC.GetTotalMemory(forceFullCollection: true));
    }

    private static async Task Add(RunningSite site, int many)
    {
        var table = RunningSite.Table("tenancy.administration");
        var postgres = TestStore.OnPostgres;
        var columns = (await site.Ask(postgres
            ? "SELECT column_name FROM information_schema.columns WHERE table_schema = 'tenancy' AND table_name = 'administration'"
            : "SELECT name FROM pragma_table_info('tenancy.administration')")).ToDictionary(name => name, name => $"m.\"{name}\"");
        columns["Id"] = RunningSite.NewId;
        columns["Siren"] = postgres ? "(900000000 + n.n)::text" : "CAST(900000000 + n.n AS TEXT)";
        columns["Slug"] = "'commune-' || n.n";
        columns["Cog"] = postgres ? "lpad(to_hex(n.n), 5, '0')" : "printf('%05x', n.n)";
        var numbers = postgres
            ? $"generate_series(1, {many}) AS n(n)"
            : $"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {many}) SELECT n FROM c) AS n";
        await site.Execute(
            $"INSERT INTO {table} ({string.Join(',', columns.Keys.Select(name => $"\"{name}\""))}) SELECT {string.Join(',', columns.Values)} FROM {numbers} " +
            $"CROSS JOIN {table} m WHERE m.\"Slug\" = 'nevoy'");
        await Place(site, table);
    }

    /// <summary>Each new one serves a commune of its own, and a département and an EPCI serve them all: the territory in memory is that of a country.</summary>
    private static async Task Place(RunningSite site, string administrations)
    {
        var (communes, members) = (RunningSite.Table("tenancy.commune"), RunningSite.Table("tenancy.territory_member"));
        var columns = (await site.Ask(TestStore.OnPostgres
            ? "SELECT column_name FROM information_schema.columns WHERE table_schema = 'tenancy' AND table_name = 'commune'"
            : "SELECT name FROM pragma_table_info('tenancy.commune')")).ToDictionary(name => name, name => $"c.\"{name}\"");
        columns["Cog"] = "a.\"Cog\"";
        await site.Execute(
            $"INSERT INTO {communes} ({string.Join(',', columns.Keys.Select(name => $"\"{name}\""))}) SELECT {string.Join(',', columns.Values)} " +
            $"FROM {administrations} a CROSS JOIN {communes} c WHERE a.\"Slug\" LIKE 'commune-%' AND c.\"Cog\" = '45227'");
        foreach (var holder in new[] { "a.\"Id\"", "(SELECT \"Id\" FROM {0} WHERE \"Slug\" = 'loiret')", "(SELECT \"Id\" FROM {0} WHERE \"Slug\" = 'cc-giennoises')" })
        {
            var id = holder.Replace("{0}", administrations, StringComparison.Ordinal);
            await site.Execute(
                $"INSERT INTO {members} (\"AdministrationId\", \"Cog\", \"Since\") SELECT {id}, a.\"Cog\", '2026-01-01' FROM {administrations} a WHERE a.\"Slug\" LIKE 'commune-%'");
        }
    }
}
