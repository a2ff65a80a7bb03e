using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Tenancy.Territories;

namespace Teleservices.Cli.Territory;

/// <summary><c>teleservices territory build|import</c>: the communes, EPCI and départements of the whole country.</summary>
internal static class TerritoryCommand
{
    private const int LinesShown = 200;

    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared) => new("territory", texts["Tient à jour les communes, les EPCI et les départements de France."])
    {
        Build(texts),
        Import(texts, shared),
    };

    private static Command Build(IStringLocalizer<Texts> texts)
    {
        var package = new Argument<DirectoryInfo>("PAQUET") { Description = texts["Dossier du paquet npm @etalab/decoupage-administratif, décompressé."] };
        var target = new Argument<FileInfo>("FICHIER") { Description = texts["Fichier à écrire."] };
        var command = new Command("build", texts["Fait un millésime compact à partir du paquet national."]) { package, target };
        command.SetAction(async parsed =>
        {
            var edition = DecoupageAdministratif.Read(parsed.GetValue(package)!.FullName, Provided("departements.tsv"));
            await using (var file = parsed.GetValue(target)!.Create())
            {
                edition.Write(file);
            }

            await System.Console.Error.WriteLineAsync(texts["{0} communes, {1} EPCI, {2} départements, valables à partir du {3}.", edition.Communes.Count, edition.Epci.Count, edition.Departements.Count, edition.ValidFrom]);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Import(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var source = new Argument<FileInfo?>("FICHIER") { Description = texts["Millésime à importer ; celui fourni avec la plateforme, sauf indication contraire."], Arity = ArgumentArity.ZeroOrOne };
        var successors = new Option<FileInfo?>("--successors") { Description = texts["Fichier YAML des communes qui n’existent plus et de celles qui leur succèdent."], HelpName = "FICHIER" };
        var dryRun = new Option<bool>("--dry-run") { Description = texts["Compare et n’écrit rien."] };
        var command = new Command("import", texts["Reprend un millésime du découpage de la France ; une seconde fois ne change rien."]) { source, successors, dryRun };
        command.SetAction((parsed, ct) =>
        {
            var path = parsed.GetValue(source)?.FullName ?? Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "territory"), "france-*.tsv.gz").Max(StringComparer.Ordinal)!;
            return Composition.OnStore(parsed.GetValue(shared.Data), texts, (services, _) => Run(
                services, texts, path, parsed.GetValue(successors)?.FullName, parsed.GetValue(dryRun), parsed.GetValue(shared.Json), ct));
        });
        return command;
    }

    private static async Task<int> Run(
        IServiceProvider services, IStringLocalizer<Texts> texts, string path, string? successors, bool dryRun, bool json, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            await System.Console.Error.WriteLineAsync(texts["Le fichier {0} n’existe pas.", path]);
            return ExitCode.Usage;
        }

        await services.RequireSchema(ct);
        await using var file = File.OpenRead(path);
        var mediator = services.GetRequiredService<IMediator>();
        var (edition, known) = (Edition.Read(file), successors is null ? [] : Successors(successors));
        var compared = await mediator.Send(new ImportTerritory(edition, known, DryRun: true), ct);
        if (compared.Refusal is { } refusal)
        {
            var words = services.GetRequiredService<IStringLocalizerFactory>().Create("Texts", typeof(ImportTerritory).Assembly.GetName().Name!);
            await System.Console.Error.WriteLineAsync(words[refusal.Text, refusal.Arguments]);
            return ExitCode.Failure;
        }

        // The differences are on the screen before anything is written.
        var diff = compared.Value;
        if (!json)
        {
            Show(texts, diff);
        }

        if (!dryRun && diff.Lost.Count == 0)
        {
            diff = (await mediator.Send(new ImportTerritory(edition, known, DryRun: false), ct)).Value;
            await System.Console.Error.WriteLineAsync(diff.Counts.Count == 0 ? texts["Tout était déjà à jour."] : texts["Millésime importé."]);
        }

        if (json)
        {
            Output.Json(diff);
        }

        return diff.Lost.Count == 0 ? ExitCode.Ok : ExitCode.Failure;
    }

    private static void Show(IStringLocalizer<Texts> texts, TerritoryDiff diff)
    {
        System.Console.Error.WriteLine(texts["{0} communes, {1} EPCI, {2} départements, valables à partir du {3}.", diff.Communes, diff.Epci, diff.Departements, diff.ValidFrom]);
        var counts = Output.Table(texts["Différence"], texts["Nombre"]);
        foreach (var (change, count) in diff.Counts.OrderBy(one => one.Key))
        {
            counts.AddRow(Output.Plain(Word(texts, change)), count.ToString("N0", CultureInfo.CurrentCulture));
        }

        AnsiConsole.Write(counts);
        foreach (var line in diff.Lines.Take(LinesShown))
        {
            AnsiConsole.WriteLine($"{Word(texts, line.Change)} : {line.Name} ({line.Code}) {line.Before ?? ""} → {line.After ?? ""}".TrimEnd(' ', '→'));
        }

        if (diff.Lines.Count > LinesShown)
        {
            AnsiConsole.WriteLine(texts["… et {0} autres ; toutes avec --json.", diff.Lines.Count - LinesShown]);
        }

        foreach (var cog in diff.Lost)
        {
            System.Console.Error.WriteLine(texts["La commune {0} n’existe plus et personne ne dit quelle commune lui succède : indiquez-le avec --successors. Rien n’a été écrit.", cog]);
        }
    }

    private static List<EditionFormer> Successors(string path)
    {
        var folder = new SeedFolder(Path.GetDirectoryName(path)!, demo: false);
        var found = (folder.File(Path.GetFileName(path))?.Items() ?? [])
            .Select(node => new EditionFormer(node.Text("cog"), node.Text("successor"), node.OptionalText("name") ?? node.Text("cog"), node.OptionalDate("since"))).ToList();
        return folder.Errors.Count == 0 ? found : throw new SeedException(folder.Errors);
    }

    private static string Provided(string name) => Path.Combine(AppContext.BaseDirectory, "seeds", "territory", name);

    private static string Word(IStringLocalizer<Texts> texts, TerritoryChange change) => change switch
    {
        TerritoryChange.CommuneAdded => texts["Commune nouvelle"],
        TerritoryChange.CommuneRenamed => texts["Commune renommée ou rattachée ailleurs"],
        TerritoryChange.CommuneUpdated => texts["Population ou codes postaux"],
        TerritoryChange.CommuneMerged => texts["Ancienne commune, avec son successeur"],
        TerritoryChange.CommuneBack => texts["Commune rétablie"],
        TerritoryChange.BodyAdded => texts["EPCI ou département nouveau"],
        TerritoryChange.BodyRenamed => texts["EPCI ou département renommé"],
        TerritoryChange.BodyEnded => texts["EPCI dissous"],
        TerritoryChange.Joined => texts["Adhésion à un EPCI"],
        TerritoryChange.Left => texts["Départ d’un EPCI"],
        TerritoryChange.ServedMore => texts["Commune desservie en plus par une administration de la plateforme"],
        TerritoryChange.ServedLess => texts["Commune qu’une administration de la plateforme ne dessert plus"],
    };
}
