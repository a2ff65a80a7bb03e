using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;

namespace Teleservices.Cli.Coverage;

/// <summary><c>teleservices coverage</c>: proves for a territory and a period that each published form has exactly one reachable holder in each commune on each day.</summary>
internal static class CoverageCommand
{
    private const int Shown = 50;

    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var departement = new Option<string?>("--departement") { Description = texts["Code du département, par exemple 45."], HelpName = "D" };
        var epci = new Option<string?>("--epci") { Description = texts["SIREN de l’EPCI."], HelpName = "SIREN" };
        var commune = new Option<string?>("--commune") { Description = texts["Code INSEE d’une commune."], HelpName = "COG" };
        var from = DayOption.Of(texts, "--from", texts["Premier jour ; aujourd’hui, sauf indication contraire."]);
        var to = DayOption.Of(texts, "--to", texts["Dernier jour ; le premier, sauf indication contraire."]);
        var strict = new Option<bool>("--strict") { Description = texts["Échoue aussi là où l’administration que la loi désigne n’est pas sur la plateforme."] };
        var command = new Command("coverage", texts["Prouve que chaque démarche a une administration compétente, et une seule, dans chaque commune et chaque jour."]) { departement, epci, commune, from, to, strict };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, (services, _) => Run(
            services,
            texts,
            new Question(new NationalCommunes(parsed.GetValue(commune), parsed.GetValue(departement), parsed.GetValue(epci)), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(strict)),
            parsed.GetValue(shared.Json),
            ct)));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, IStringLocalizer<Texts> texts, Question asked, bool json, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var platform = services.GetRequiredService<ITerritory>().Communes.Select(one => one.Cog).ToHashSet();
        var communes = await Communes(mediator, asked.Where, platform, ct);
        if (communes.Count == 0)
        {
            await System.Console.Error.WriteLineAsync(texts["Aucune commune à cet endroit ; « teleservices territory import » importe celles de la France."]);
            return ExitCode.Usage;
        }

        var today = services.GetRequiredService<TimeProvider>().LegalToday();
        var from = asked.From ?? today;
        var forms = await mediator.Send(new PublishedForms(), ct);
        var coverage = await mediator.Send(new CheckCoverage([.. forms.Select(form => form.Competence)], from, asked.To, communes), ct);
        var told = CoverageOut.Of(coverage, forms, communes.Count(platform.Contains), from, asked.To ?? from);
        if (json)
        {
            Output.Json(told);
        }
        else
        {
            Show(texts, told);
        }

        return told.Mistakes == 0 && (told.NotHere == 0 || !asked.Strict) ? ExitCode.Ok : ExitCode.Failure;
    }

    private static async Task<IReadOnlyList<string>> Communes(IMediator mediator, NationalCommunes where, HashSet<string> platform, CancellationToken ct)
    {
        if (where == new NationalCommunes())
        {
            return [.. platform.Order(StringComparer.Ordinal)];
        }

        var found = (await mediator.Send(where, ct)).Select(one => one.Cog).ToList();
        return found.Count == 0 && where.Cog is { } cog && platform.Contains(cog) ? [cog] : found;
    }

    private static void Show(IStringLocalizer<Texts> texts, CoverageOut told)
    {
        var table = Output.Table(texts["Communes"], texts["Démarches"], texts["Sans titulaire"], texts["À plusieurs titulaires"], texts["Titulaire injoignable"], texts["Compétence inconnue"], texts["Absente de la plateforme"]);
        table.AddRow([.. new[] { told.Communes, told.Forms, told.Holes, told.Overlaps, told.Unreachable, told.Unknown, told.NotHere }.Select(count => count.ToString(CultureInfo.CurrentCulture))]);
        AnsiConsole.Write(table);
        foreach (var gap in told.Gaps.Take(Shown))
        {
            AnsiConsole.WriteLine($"{gap.Competence} – {gap.Commune} ({gap.Cog}), {gap.From:yyyy-MM-dd} → {gap.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…"} : {gap.Fault}");
        }

        if (told.Gaps.Count > Shown)
        {
            AnsiConsole.WriteLine(texts["… et {0} autres ; toutes avec --json.", told.Gaps.Count - Shown]);
        }
    }

    private sealed record Question(NationalCommunes Where, DateOnly? From, DateOnly? To, bool Strict);
}
