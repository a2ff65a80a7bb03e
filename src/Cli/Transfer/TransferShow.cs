using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Dispatch.Transfers;

namespace Teleservices.Cli.Transfer;

/// <summary>Transfers for people.</summary>
internal static class TransferShow
{
    public static void Preview(IStringLocalizer<Texts> texts, TransferPreview preview)
    {
        AnsiConsole.MarkupLine($"[bold]{Output.Plain(preview.Label.ToString())}[/]");
        var table = Output.Table(texts["Commune"], texts["De"], texts["Vers"], texts["Dossiers ouverts"]);
        foreach (var place in preview.Places)
        {
            table.AddRow(Output.Plain(place.Commune), Output.Plain(place.From?.ShortName ?? texts["personne"]), Output.Plain(place.To.ShortName), $"{place.OpenRequests}");
        }

        AnsiConsole.Write(table);
    }

    public static void List(IStringLocalizer<Texts> texts, IReadOnlyList<TransferReport> reports)
    {
        var table = Output.Table(texts["Identifiant"], texts["Compétence"], texts["Premier jour"], texts["Vers"], texts["État"]);
        foreach (var report in reports)
        {
            table.AddRow($"{report.Id}", Output.Plain(report.Competence), $"{report.On:yyyy-MM-dd}", Output.Plain(report.To?.ShortName ?? texts["chaque commune"]), Output.Plain(Word(texts, report.State)));
        }

        AnsiConsole.Write(table);
    }

    public static void Report(IStringLocalizer<Texts> texts, TransferReport report)
    {
        List(texts, [report]);
        var table = Output.Table(texts["Numéro"], texts["De"], texts["Vers"], texts["Résultat"]);
        foreach (var request in report.Requests)
        {
            table.AddRow(Output.Plain(request.Number), Output.Plain(request.From?.ShortName ?? ""), Output.Plain(request.To?.ShortName ?? ""), Output.Plain(Word(texts, request.Outcome)));
        }

        AnsiConsole.Write(table);
    }

    private static string Word(IStringLocalizer<Texts> texts, TransferState state) => state switch
    {
        TransferState.Scheduled => texts["programmé"],
        TransferState.Moving => texts["en cours"],
        TransferState.Done => texts["terminé"],
        TransferState.Cancelled => texts["annulé"],
    };

    private static string Word(IStringLocalizer<Texts> texts, TransferOutcome outcome) => outcome switch
    {
        TransferOutcome.Sent => texts["en chemin"],
        TransferOutcome.Moved => texts["transféré"],
        TransferOutcome.StayedAnswered => texts["resté : déjà une réponse"],
        TransferOutcome.StayedElsewhere => texts["déjà transmis autrement"],
    };
}
