using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;
using Teleservices.Platform.Seeds;

namespace Teleservices.Cli.Seed;

/// <summary><c>teleservices seed</c>: brings the store up to date with a folder of seeds; a second time changes nothing.</summary>
internal static class SeedCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var seeds = new Option<string?>("--seeds") { Description = texts["Dossier des fichiers de départ ; ceux fournis avec la plateforme, sauf indication contraire."], HelpName = "DIR" };
        var demo = new Option<bool>("--demo") { Description = texts["Ajoute les comptes de démonstration."] };
        var dryRun = new Option<bool>("--dry-run") { Description = texts["Contrôle les fichiers et n’écrit rien."] };
        var command = new Command("seed", texts["Charge les administrations, les territoires, les compétences et les démarches."]) { seeds, demo, dryRun };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.GetValue(seeds) ?? Path.Combine(AppContext.BaseDirectory, "seeds");
            if (!Directory.Exists(folder))
            {
                await System.Console.Error.WriteLineAsync(texts["Le dossier {0} n’existe pas.", folder]);
                return ExitCode.Usage;
            }

            var read = new SeedFolder(folder, parsed.GetValue(demo));
            return parsed.GetValue(dryRun)
                ? await Check(texts, parsed.GetValue(shared.Data), read)
                : await Write(texts, parsed.GetValue(shared.Data), read, parsed.GetValue(shared.Json), ct);
        });
        return command;
    }

    /// <summary>Reading needs the modules but no store.</summary>
    private static async Task<int> Check(IStringLocalizer<Texts> texts, string? data, SeedFolder folder)
    {
        await using var services = Composition.Services(data);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SeedRunner>().Check(folder);
        await System.Console.Error.WriteLineAsync(texts["Aucune erreur ; rien n’a été écrit."]);
        return ExitCode.Ok;
    }

    private static async Task<int> Write(IStringLocalizer<Texts> texts, string? data, SeedFolder folder, bool json, CancellationToken ct)
    {
        await using var services = Composition.Services(data);
        await using var scope = services.CreateAsyncScope();
        var runner = scope.ServiceProvider.GetRequiredService<SeedRunner>();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        await scope.ServiceProvider.RequireSchema(ct);
        await scope.ServiceProvider.GetRequiredService<PairwiseIds>().Prepare(ct);
        var done = await runner.Run(folder, ct);
        if (!await db.Marked(Markers.Seeded, ct))
        {
            await db.Mark(Markers.Seeded, ct);
        }

        if (json)
        {
            Output.Json(done);
        }
        else
        {
            Show(texts, done);
        }

        return ExitCode.Ok;
    }

    private static void Show(IStringLocalizer<Texts> texts, IReadOnlyList<SeedSummary> done)
    {
        var table = Output.Table(texts["Quoi"], texts["Ajouté"], texts["Modifié"], texts["Inchangé"]);
        foreach (var summary in done)
        {
            table.AddRow(Output.Plain(summary.What), $"{summary.Added}", $"{summary.Changed}", $"{summary.Unchanged}");
        }

        AnsiConsole.Write(table);
        if (done.All(summary => summary is { Added: 0, Changed: 0 }))
        {
            System.Console.Error.WriteLine(texts["Tout était déjà à jour."]);
        }
    }
}
