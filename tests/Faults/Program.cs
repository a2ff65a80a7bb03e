using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;
using Teleservices.Faults;
using Teleservices.Faults.Injected;
using Teleservices.TestKit.Stores;

var plan = Plan.Read(args);
AnsiConsole.Profile.Width = 140;
await using var site = await Site.Start(plan);
using var enough = new CancellationTokenSource();
var filers = new Filers(site, plan, enough.Token);
var filing = filers.Run();
var (random, struck, recovery) = (new Random(plan.Seed), new Dictionary<string, int>(), new List<double>());
var possible = Fault.All.Where(fault => site.Split || !fault.Split).Where(Tools.Has).ToList();

var running = Stopwatch.StartNew();
for (var number = 0; number < plan.Faults && running.Elapsed.TotalMinutes < plan.Minutes; number++)
{
    // Each kind in turn, in an order that the seed shuffles.
    if (number % possible.Count == 0)
    {
        possible = [.. possible.OrderBy(_ => random.Next())];
    }

    var fault = possible[number % possible.Count];
    Console.Error.WriteLine($"{number + 1}/{plan.Faults} {fault.Name} ({filers.Told.Count} filed)");
    await fault.Strike(site, random);
    struck[fault.Name] = struck.GetValueOrDefault(fault.Name) + 1;
    recovery.Add(await NextReceipt());
    await Fault.Moment(random, 200, 1500);
}

await enough.CancelAsync();
await filing;

// Healed: from now on nothing may stay on its way for longer than a minute.
var healed = Stopwatch.StartNew();
var seen = await LedgerReader.Compare(site, filers.Told);
while ((seen.Open > 0 || seen.Lost.Count > 0) && healed.Elapsed < TimeSpan.FromSeconds(60))
{
    await Task.Delay(250);
    seen = await LedgerReader.Compare(site, filers.Told);
}

var stuck = seen.Open;
foreach (var message in stuck > 0 ? await LedgerReader.OnTheirWay(site) : [])
{
    AnsiConsole.WriteLine(message);
}

if (plan.Canary)
{
    var number = filers.Told.First();
    await site.Store.Change($"DELETE FROM {TestStore.Named("cases.case_event")}; DELETE FROM {TestStore.Named("cases.case_content")}; DELETE FROM {TestStore.Named("cases.case")} WHERE \"Number\" = '{number}'");
    seen = await LedgerReader.Compare(site, filers.Told);
}

var table = new Table().Border(TableBorder.Rounded).AddColumn("fault").AddColumn(new TableColumn("times").RightAligned());
foreach (var (name, times) in struck.OrderBy(pair => pair.Key))
{
    table.AddRow(Markup.Escape(name), $"{times}");
}

AnsiConsole.Write(table);
recovery.Sort();
AnsiConsole.WriteLine($"{plan.Store} + {plan.Bus}, seed {plan.Seed}: {seen.Acknowledged} acknowledged, {struck.Values.Sum()} faults, {seen.Lost.Count} lost, {seen.Doubled.Count} doubled, {stuck} stuck over 60 s.");
AnsiConsole.WriteLine($"Everything delivered {healed.Elapsed.TotalSeconds:F1} s after the last healing. Next receipt after a healing: median {recovery[recovery.Count / 2]:F1} s, longest {recovery[^1]:F1} s.");
foreach (var number in seen.Lost.Concat(seen.Doubled))
{
    AnsiConsole.WriteLine(number);
}

if (plan.Json)
{
    Console.WriteLine(JsonSerializer.Serialize(new { acknowledged = seen.Acknowledged, faults = struck.Values.Sum(), lost = seen.Lost.Count, doubled = seen.Doubled.Count, stuck }));
}

return seen.Lost.Count + seen.Doubled.Count + stuck == 0 ? 0 : 1;

async Task<double> NextReceipt()
{
    var (before, waited) = (filers.Told.Count, Stopwatch.StartNew());
    while (filers.Told.Count == before && !filing.IsCompleted && waited.Elapsed < TimeSpan.FromMinutes(2))
    {
        await Task.Delay(20);
    }

    return waited.Elapsed.TotalSeconds;
}
