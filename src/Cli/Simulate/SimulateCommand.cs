using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Dispatch;

namespace Teleservices.Cli.Simulate;

/// <summary><c>teleservices simulate</c>: which of the last requests would go elsewhere with another register.</summary>
internal static class SimulateCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var last = new Option<int>("--last") { Description = texts["Combien de demandes rejouer, les plus récentes d’abord."], HelpName = "N", DefaultValueFactory = _ => 1_000 };
        var with = new Option<FileInfo?>("--with") { Description = texts["Attributions à ajouter au registre, ou à remplacer, comme dans assignments.yaml."], HelpName = "FICHIER" };
        var on = DayOption.Of(texts, "--on", texts["Comme si toutes avaient été déposées ce jour ; sinon, le jour de chacune."]);
        var command = new Command("simulate", texts["Rejoue les dernières demandes avec un autre registre et dit lesquelles iraient ailleurs ; ne change rien."]) { last, with, on };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            if (parsed.GetValue(with) is { Exists: false } missing)
            {
                await System.Console.Error.WriteLineAsync(texts["Le fichier {0} n’existe pas.", missing.FullName]);
                return ExitCode.Usage;
            }

            var simulation = await services.GetRequiredService<IMediator>().Send(
                new SimulateRegister(parsed.GetValue(last), parsed.GetValue(with)?.FullName, parsed.GetValue(on)), ct);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new
                {
                    simulation.Replayed,
                    simulation.Same,
                    Elsewhere = simulation.Elsewhere.Count,
                    Nobody = simulation.Elsewhere.Count(move => move.After is null),
                    Moves = simulation.Elsewhere.Select(MoveOut.Of),
                });
            }
            else
            {
                Show(texts, simulation);
            }

            return simulation.Elsewhere.Any(move => move.After is null) ? ExitCode.Failure : ExitCode.Ok;
        }));
        return command;
    }

    private static void Show(IStringLocalizer<Texts> texts, Simulation simulation)
    {
        AnsiConsole.WriteLine(texts["Demandes rejouées : {0} ; iraient ailleurs : {1}.", simulation.Replayed, simulation.Elsewhere.Count]);
        if (simulation.Elsewhere.Count == 0)
        {
            return;
        }

        var table = Output.Table(texts["Demande"], texts["Démarche"], texts["Commune"], texts["Aujourd’hui"], texts["Ensuite"]);
        foreach (var move in simulation.Elsewhere)
        {
            table.AddRow(Output.Plain(move.Number), Output.Plain(move.Form), move.Cog, Output.Plain(move.Before?.ShortName ?? "–"), Output.Plain(move.After?.ShortName ?? $"– ({move.Finding})"));
        }

        AnsiConsole.Write(table);
    }
}

/// <summary>A request that would go elsewhere, in JSON.</summary>
internal sealed record MoveOut(
    string Number, string Form, string Competence, string Cog, DateOnly On, AdministrationOut? Before, AdministrationOut? After, RoutingFinding Finding, string? LegalAct)
{
    public static MoveOut Of(SimulatedMove move) => new(
        move.Number, move.Form, move.Competence, move.Cog, move.On, AdministrationOut.Of(move.Before), AdministrationOut.Of(move.After), move.Finding, move.LegalAct);
}
