using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Doctor;

/// <summary><c>teleservices doctor</c>: whether this set-up is sound and nothing is stuck. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var command = new Command("doctor", texts["Contrôle l’installation et dit ce qui attend une personne."]);
        command.SetAction(async (parsed, ct) =>
        {
            var directory = parsed.GetValue(shared.Data);
            var data = Composition.DataOf(directory);
            var checks = new List<Check>();
            var reached = await Look(texts, directory, data, checks, ct);
            var diagnosis = new Diagnosis(checks.All(check => check.State != CheckState.Failed), data.PathOf(""), checks);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(diagnosis);
            }
            else
            {
                Show(texts, diagnosis);
            }

            return !reached ? ExitCode.DependencyDown : diagnosis.Healthy ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }

    /// <returns>Whether the store could be looked into at all.</returns>
    private static async Task<bool> Look(IStringLocalizer<Texts> texts, string? directory, DataOptions data, List<Check> checks, CancellationToken ct)
    {
        if (!FolderChecks.Run(texts, data, checks))
        {
            return false;
        }

        await using var services = Composition.Services(directory);
        await using var scope = services.CreateAsyncScope();
        try
        {
            await FilesChecks.Run(scope.ServiceProvider, texts, checks, ct);
            await StoreChecks.Run(scope.ServiceProvider, texts, checks, ct);
            if (checks.All(check => check is not { Name: "schema", State: CheckState.Failed }))
            {
                await PlatformChecks.Run(scope.ServiceProvider, texts, checks, ct);
            }

            return true;
        }
        catch (Exception fault) when (Composition.IsStoreFault(fault))
        {
            checks.Add(new Check("store", CheckState.Failed, texts["Le stockage ne répond pas : {0}", fault.GetBaseException().Message]));
            return false;
        }
    }

    private static void Show(IStringLocalizer<Texts> texts, Diagnosis diagnosis)
    {
        foreach (var check in diagnosis.Checks)
        {
            var (mark, colour) = check.State switch
            {
                CheckState.Ok => ("✓", "green"),
                CheckState.Warning => ("!", "yellow"),
                CheckState.Failed => ("✗", "red"),
            };
            AnsiConsole.MarkupLine($"[{colour}]{mark}[/] {Output.Plain(check.Message)}");
            if (check.Advice is { } advice)
            {
                AnsiConsole.MarkupLine($"  [dim]{Output.Plain(advice)}[/]");
            }
        }

        System.Console.Error.WriteLine(diagnosis.Healthy ? texts["Tout est en ordre."] : texts["Quelque chose est à corriger."]);
    }
}
