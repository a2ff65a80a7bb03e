using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant try</c>: sends a trial request the whole way; <c>check</c> then tells whether it has arrived.</summary>
internal static class TryCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var slug = StateCommand.Slug(texts);
        var command = new Command("try", texts["Envoie une demande d’essai par tout le trajet ; le serveur l’achemine."]) { slug };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var result = await services.GetRequiredService<IMediator>().Send(new FileTrialRequest(parsed.GetValue(slug)!), ct);
            if (await StateCommand.Refused(services, typeof(FileTrialRequest), result.Refusal))
            {
                return ExitCode.Failure;
            }

            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { Number = result.Value });
            }
            else
            {
                await System.Console.Error.WriteLineAsync(texts["Demande d’essai {0} envoyée ; « teleservices tenant check {1} » dit si elle est arrivée.", result.Value, parsed.GetValue(slug)!]);
            }

            return ExitCode.Ok;
        }));
        return command;
    }
}
