using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant check|live|suspend|leave</c>: how far an administration is, and the next step.</summary>
internal static class StateCommand
{
    public static Command Check(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var slug = Slug(texts);
        var command = new Command("check", texts["Dit si une administration est prête à recevoir des usagers."]) { slug };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var found = await services.GetRequiredService<IMediator>().Send(new CheckTenant(parsed.GetValue(slug)!), ct);
            if (found is null)
            {
                await System.Console.Error.WriteLineAsync(texts["Aucune administration ne s’appelle « {0} ».", parsed.GetValue(slug)!]);
                return ExitCode.Usage;
            }

            if (parsed.GetValue(shared.Json))
            {
                var history = await services.GetRequiredService<IMediator>().Send(new TenantHistory(found.Administration.Id), ct);
                Output.Json(new { found.Administration.Identifier, found.Administration.State, Ready = found.IsReady, found.Checks, History = history });
                return found.IsReady ? ExitCode.Ok : ExitCode.Failure;
            }

            foreach (var check in found.Checks)
            {
                AnsiConsole.MarkupLine($"{(check.Passed ? "[green]✓[/]" : "[red]✗[/]")} {Output.Plain(check.Message)}");
                if (!check.Passed && check.Advice is { } advice)
                {
                    AnsiConsole.WriteLine($"    {advice}");
                }
            }

            return found.IsReady ? ExitCode.Ok : ExitCode.Failure;
        }));
        return command;
    }

    public static Command Move(IStringLocalizer<Texts> texts, SharedOptions shared, string name, string description, AdministrationState to)
    {
        var slug = Slug(texts);
        var reason = new Option<string?>("--reason") { Description = texts["Pourquoi ; reste dans l’historique de l’administration."] };
        var command = new Command(name, description) { slug, reason };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var result = await services.GetRequiredService<IMediator>().Send(new MoveTenant(parsed.GetValue(slug)!, to, $"{Environment.UserName}@{Environment.MachineName}", parsed.GetValue(reason)), ct);
            if (await Refused(services, typeof(MoveTenant), result.Refusal))
            {
                return ExitCode.Failure;
            }

            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { result.Value.Identifier, result.Value.State });
            }
            else
            {
                await System.Console.Error.WriteLineAsync(texts["{0} : {1}.", result.Value.Name, Word(texts, result.Value.State)]);
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    /// <summary>Tells a refusal in the words of the module that refuses.</summary>
    internal static async Task<bool> Refused(IServiceProvider services, Type command, Refusal? refusal)
    {
        var words = services.GetRequiredService<IStringLocalizerFactory>().Create("Texts", command.Assembly.GetName().Name!);
        foreach (var one in refusal?.All() ?? [])
        {
            await System.Console.Error.WriteLineAsync(words[one.Text, one.Arguments]);
        }

        return refusal is not null;
    }

    internal static Argument<string> Slug(IStringLocalizer<Texts> texts) => new("NOM") { Description = texts["Nom court de l’administration, comme dans son adresse."] };

    private static string Word(IStringLocalizer<Texts> texts, AdministrationState state) => state switch
    {
        AdministrationState.Sandbox => texts["à l’essai"],
        AdministrationState.Live => texts["en service"],
        AdministrationState.Suspended => texts["suspendue"],
        AdministrationState.Leaving => texts["en départ"],
    };
}
