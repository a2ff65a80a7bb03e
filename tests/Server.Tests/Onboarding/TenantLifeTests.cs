using System.Globalization;
using System.IO.Compression;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Forms.Onboarding;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Onboarding;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests.Onboarding;

/// <summary>The life of an administration on a running platform: on board without a restart, live when it is ready, away without a trace.</summary>
public sealed class TenantLifeTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Canary = "Canari-7f3a";
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly TenantWish Briare = new(AroundGien.BriareCog)
    {
        Email = "mairie@briare.example",
        Phone = "+33261914599",
        Address = $"Place {Canary}, 45250 Briare",
        Hours = new Wording("Le matin"),
        DataProtectionOfficer = "dpo@briare.example",
        Managers =
        [
            new NewManager("agent.voirie@gien.example", "Élodie", "Roux", "Directrice", []),
            new NewManager("nouvelle@briare.example", "Anne", "Petit", null, []),
        ],
    };

    [Fact]
    public async Task A_commune_comes_on_board_while_the_platform_runs_tries_goes_live_and_leaves_without_a_trace()
    {
        Assert.True(await platform.ImportSmallTerritory());
        using var visitor = platform.Browser("briare");
        Assert.Equal(400, (int)(await visitor.Get("/")).Status);
        await Send(new ApplyTenant(Briare));
        var home = await RunningPlatform.Eventually(() => visitor.Get("/"), page => (int)page.Status == 200);
        Assert.Contains("Ce site est à l’essai", home.Text, StringComparison.Ordinal);
        Assert.Contains("Commune de Briare", home.Text, StringComparison.Ordinal);

        // Not before a request has made the whole way.
        var refused = (await Send(new MoveTenant("briare", AdministrationState.Live, "Ada Lovelace", "Essai"))).Refusal!;
        Assert.Equal(["trial"], refused.All().Select(one => one.Field));
        var trial = (await Send(new FileTrialRequest("briare"))).Value;
        var ready = await RunningPlatform.Eventually(() => Send(new CheckTenant("briare")), found => found!.IsReady);
        Assert.Equal(["contact", "coverage", "host", "receipts", "team", "trial"], ready!.Checks.Select(check => check.Name).Order());
        Assert.NotNull((await Send(new FileTrialRequest("gien"))).Refusal);

        // Who was invited has the queue, with the trial in it; live, it is empty.
        using var agent = await platform.SignedIn("agent.voirie@gien.example", "briare");
        await RunningPlatform.Eventually(() => agent.Get("/agents"), page => page.Text.Contains(trial, StringComparison.Ordinal));
        Assert.Null((await Send(new MoveTenant("briare", AdministrationState.Live, "Ada Lovelace", "Essai"))).Refusal);
        Assert.DoesNotContain(trial, (await agent.Get("/agents")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("à l’essai", (await RunningPlatform.Eventually(() => visitor.Get("/"), page => !page.Text.Contains("à l’essai", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        // A real one, with a canary in what the resident writes and in what the agent notes.
        using var resident = await platform.SignedIn("camille.martin@example.org", "briare");
        var receipt = await resident.FileRequest("signalement-voirie", new Dictionary<string, string> { ["adresse.commune"] = AroundGien.BriareCog, ["description"] = Canary });
        var queue = await RunningPlatform.Eventually(() => agent.Get($"/agents?q={receipt.Number()}"), page => CaseIn(page) is not null);
        await agent.Submit(await agent.Get($"{CaseIn(queue)}/noter"), null, ("Note", Canary));

        var school = await resident.FileRequest("inscription-scolaire", new Dictionary<string, string> { ["birth_date.year"] = "2020", [".year"] = "2020" });
        await RunningPlatform.Eventually(() => agent.Get($"/agents?q={school.Number()}"), page => CaseIn(page) is not null);
        Assert.NotEmpty(Uploads());

        var archive = await Exported("briare");
        Assert.Contains(archive, part => part.Key.StartsWith("files/", StringComparison.Ordinal) && part.Value.StartsWith("%PDF", StringComparison.Ordinal));
        Assert.Contains(Canary, archive["cases/notes.jsonl"], StringComparison.Ordinal);
        Assert.Contains(receipt.Number(), archive["ledger.jsonl"], StringComparison.Ordinal);
        var again = await Exported("briare");
        Assert.All(archive.Keys.Where(name => name != "manifest.json"), name => Assert.Equal(archive[name], again[name]));

        // Leaving, nothing new is accepted, and nothing typed is lost.
        await Send(new MoveTenant("briare", AdministrationState.Leaving, Canary, Canary));
        await RunningPlatform.Eventually(() => visitor.Get("/"), page => page.Text.Contains("quitte cette plateforme", StringComparison.Ordinal));
        var check = await resident.Submit(await resident.FillIn("signalement-voirie", new Dictionary<string, string> { ["adresse.commune"] = AroundGien.BriareCog, ["description"] = Canary }), "Envoyer");
        Assert.Contains("ne reçoit plus de demandes", check.Text, StringComparison.Ordinal);

        var id = (await Send(new CheckTenant("briare")))!.Administration.Id;
        Assert.NotEqual("", await Traces(id));
        Assert.Null((await Send(new EraseTenant("briare", AroundGien.BriareSiren))).Refusal);
        Assert.Equal("", await Traces(id));
        Assert.Empty(Uploads());
        await RunningPlatform.Eventually(() => visitor.Get("/"), page => (int)page.Status == 400);
        Assert.Contains("Vos demandes", (await (await platform.SignedIn("camille.martin@example.org")).Get("/vos-demandes")).Text, StringComparison.Ordinal);
    }

    private string[] Uploads() => Directory.GetFiles(Path.Combine(platform.DataDirectory, "files"), "*", SearchOption.AllDirectories);

    private static string? CaseIn(Page page) =>
        page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).FirstOrDefault(href => href?.StartsWith("/agents/dossiers/", StringComparison.Ordinal) == true);

    private async Task<Dictionary<string, string>> Exported(string slug)
    {
        using var target = new MemoryStream();
        var parts = (await Send(new ExportTenant(slug, target))).Value;
        target.Position = 0;
        using var zip = new ZipArchive(target);
        Assert.Equal(parts.Select(part => part.Name).Append("manifest.json").Order(), zip.Entries.Select(entry => entry.FullName).Order());
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open(), Encoding.Latin1).ReadToEnd());
    }

    /// <summary>Every column of every table, and every uploaded file, that still says the canary, the name or the address of the commune.</summary>
    private async Task<string> Traces(Guid briare)
    {
        string[] canaries = [Canary, "mairie@briare", "//briare.localhost", briare.ToString(), briare.ToString().ToUpperInvariant()];
        var tables = await platform.Inside(null, (_, db) => Task.FromResult(db.Model.GetRelationalModel().Tables.Select(table => (table.Schema, table.Name)).ToList()));
        var traces = new SortedSet<string>(StringComparer.Ordinal);
        await using var look = await platform.TestStore.OpenAsSuperuser();
        foreach (var (schema, name) in tables)
        {
            await using var command = look.CreateCommand();
#pragma warning disable CA2100 // Names come from the model.
            command.CommandText = $"SELECT * FROM {TestStore.Named(schema is null || !TestStore.OnPostgres ? name : $"{schema}.{name}")}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var text = reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
                    if (canaries.Any(canary => text.Contains(canary, StringComparison.Ordinal)))
                    {
                        traces.Add($"{name}.{reader.GetName(column)}");
                    }
                }
            }
        }

        return string.Join(", ", traces);
    }

    private Task<T> Send<T>(IRequest<T> request) => platform.Inside(null, (services, _) => services.GetRequiredService<IMediator>().Send(request, Ct));
}
