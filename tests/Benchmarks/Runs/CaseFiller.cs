using System.Globalization;
using Teleservices.Benchmarks.Site;
using Teleservices.TestKit.Stores;

namespace Teleservices.Benchmarks.Runs;

/// <summary>Fills the store with cases by statements of its own, modelled on one that was really filed.</summary>
internal sealed class CaseFiller(RunningSite site, Asked asked)
{
    private const string Model = "case_model";
    private static readonly string Cases = RunningSite.Table("cases.case");
    private int filled;

    /// <summary>Keeps the one real case as a model.</summary>
    public Task Begin() => site.Execute($"CREATE TABLE {Model} AS SELECT * FROM {Cases} LIMIT 1");

    /// <summary>So many cases in the administration whose queue is looked at, and a tenth as many over all others.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> FillUpTo(int cases)
    {
        var began = TimeProvider.System.GetTimestamp();
        var gien = (await site.Ask($"""SELECT "Id" FROM {RunningSite.Table("tenancy.administration")} WHERE "Slug" = 'gien'"""))[0];
        var others = await site.Ask($"""SELECT "Id" FROM {RunningSite.Table("tenancy.administration")} WHERE "Slug" <> 'gien'""");
        var agents = await site.Ask($"""SELECT "AccountId" FROM {RunningSite.Table("cases.agent")} WHERE "AdministrationId" = '{gien}'""");
        await Insert(filled, cases, $"'{gien}'", agents);
        await Insert(filled / 10, cases / 10, OneOf(others), agents);
        filled = cases;
        await site.Execute(asked.OnPostgres ? $"VACUUM ANALYZE {Cases}" : "ANALYZE");
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Each case gets what was filed and what happened, as the real one has.</summary>
    public async Task FillIn()
    {
        foreach (var table in new[] { "cases.case_content", "cases.case_event" })
        {
            var (own, columns) = (RunningSite.Table(table), new Dictionary<string, string>());
            foreach (var column in await site.Ask(TestStore.OnPostgres
                ? $"SELECT column_name FROM information_schema.columns WHERE table_schema || '.' || table_name = '{table}'"
                : $"SELECT name FROM pragma_table_info('{table}')"))
            {
                columns[column] = column switch { "CaseId" => "c.\"Id\"", "AdministrationId" => "c.\"AdministrationId\"", "Id" => RunningSite.NewId, _ => $"m.\"{column}\"" };
            }

            await site.Execute(
                $"INSERT INTO {own} ({string.Join(',', columns.Keys.Select(name => $"\"{name}\""))}) SELECT {string.Join(',', columns.Values)} " +
                $"FROM {Cases} c CROSS JOIN (SELECT * FROM {own} WHERE \"CaseId\" = (SELECT \"CaseId\" FROM {own} ORDER BY \"CaseId\" LIMIT 1)) m WHERE NOT EXISTS (SELECT 1 FROM {own} there WHERE there.\"CaseId\" = c.\"Id\")");
        }
    }

    private async Task Insert(int from, int to, string administration, IReadOnlyList<string> agents)
    {
        var postgres = TestStore.OnPostgres;
        var columns = (await Columns()).ToDictionary(name => name, name => $"m.\"{name}\"");
        var moment = postgres ? "now()" : "m.\"FiledAt\"";
        columns["Id"] = RunningSite.NewId;
        columns["RequestId"] = RunningSite.NewId;
        columns["AdministrationId"] = postgres ? $"{administration}::uuid" : administration;
        columns["Number"] = "'2026-GIEN-' || n.n";
        columns["ApplicantName"] = "'Camille Martin ' || n.n";
        columns["Search"] = "'2026-gien-' || n.n || ' camille martin ' || n.n";
        columns["FormSlug"] = "CASE n.n % 4 WHEN 0 THEN 'signalement-voirie' WHEN 1 THEN 'acte-naissance' WHEN 2 THEN 'cantine' ELSE 'salle-municipale' END";
        columns["Team"] = "CASE n.n % 4 WHEN 0 THEN 'voirie' WHEN 1 THEN 'etat-civil' WHEN 2 THEN 'scolaire' ELSE 'vie-locale' END";

        // Of ten: three new, two at work, one waits for the resident, one answered, three closed.
        columns["State"] = "CASE n.n % 10 WHEN 0 THEN 'New' WHEN 1 THEN 'New' WHEN 2 THEN 'New' WHEN 3 THEN 'InProgress' WHEN 4 THEN 'InProgress' WHEN 5 THEN 'AwaitingResident' WHEN 6 THEN 'Decided' ELSE 'Closed' END";
        columns["Pile"] = "CASE WHEN n.n % 10 < 6 THEN 'Desk' ELSE 'Shelf' END";
        columns["Outcome"] = "CASE WHEN n.n % 10 < 6 THEN NULL ELSE 'Accepted' END";
        columns["DecidedAt"] = $"CASE WHEN n.n % 10 < 6 THEN NULL ELSE {moment} END";
        columns["ClosedAt"] = $"CASE WHEN n.n % 10 < 7 THEN NULL ELSE {moment} END";
        columns["AwaitsAgentFrom"] = $"CASE WHEN n.n % 10 = 5 THEN {Day("2099-01-01")} ELSE {Day("0001-01-01")} END";

        // Legal days between autumn 2025 and the end of 2026, or nothing decided any more: the latest answer first.
        columns["Place"] = $"CASE WHEN n.n % 10 < 6 THEN 739500 + (n.n * 7919) % 400 ELSE -1700000000 - (n.n * 7919) % 90000000 END";
        columns["AssigneeId"] = $"CASE WHEN n.n % 3 = 0 THEN NULL ELSE {OneOf(agents)}{(postgres ? "::uuid" : "")} END";
        var numbers = postgres
            ? $"generate_series({from + 1}::bigint, {to}) AS n(n)"
            : $"(WITH RECURSIVE c(n) AS (SELECT {from + 1} UNION ALL SELECT n + 1 FROM c WHERE n < {to}) SELECT n FROM c) AS n";
        await site.Execute(
            $"INSERT INTO {Cases} ({string.Join(',', columns.Keys.Select(name => $"\"{name}\""))}) SELECT {string.Join(',', columns.Values)} FROM {numbers} CROSS JOIN {Model} m");

        string Day(string day) => postgres ? $"DATE '{day}'" : $"'{day}'";
    }

    private static string OneOf(IReadOnlyList<string> values) =>
        $"(CASE n.n % {values.Count} {string.Join(' ', values.Select((value, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN {place} THEN '{value}'")))} END)";

    private Task<IReadOnlyList<string>> Columns() => TestStore.OnPostgres
        ? site.Ask($"SELECT column_name FROM information_schema.columns WHERE table_name = '{Model}'")
        : site.Ask($"SELECT name FROM pragma_table_info('{Model}')");
}
