using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Explain;

/// <summary><c>teleservices explain</c>: who is competent for a form or a competence, in a commune, on a day, and why.</summary>
internal static class ExplainCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var form = new Option<string?>("--form") { Description = texts["Identifiant de la démarche, par exemple bac-dechets."], HelpName = "F" };
        var competence = new Option<string?>("--competence") { Description = texts["Ou code de la compétence, par exemple dechets-menagers."], HelpName = "C" };
        var commune = new Option<string>("--commune") { Description = texts["Code INSEE de la commune (le code postal n’en est pas un)."], HelpName = "COG", Required = true };
        var on = DayOption.Of(texts, "--on", texts["Jour, par exemple 2027-01-01 ; aujourd’hui, sauf indication contraire."]);
        var command = new Command("explain", texts["Dit quelle administration est compétente, et pourquoi."]) { form, competence, commune, on };
        command.Validators.Add(result =>
        {
            if (result.GetValue(form) is null == result.GetValue(competence) is null)
            {
                result.AddError(texts["Indiquez soit --form, soit --competence."]);
            }
        });
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, (services, _) => Run(
            services, texts, new Question(parsed.GetValue(form), parsed.GetValue(competence), parsed.GetValue(commune)!, parsed.GetValue(on)), parsed.GetValue(shared.Json), ct)));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, IStringLocalizer<Texts> texts, Question asked, bool json, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var forms = await mediator.Send(new PublishedForms(), ct);
        var form = asked.Form is null ? null : forms.FirstOrDefault(form => form.Slug == asked.Form);
        if (asked.Form is not null && form is null)
        {
            await System.Console.Error.WriteLineAsync(texts["La démarche « {0} » n’est pas publiée. Publiées : {1}.", asked.Form, string.Join(", ", forms.Select(known => known.Slug).Order(StringComparer.Ordinal))]);
            return ExitCode.Failure;
        }

        var on = asked.On ?? services.GetRequiredService<TimeProvider>().LegalToday();
        var explanation = await mediator.Send(new ExplainRouting(form?.Competence ?? asked.Competence!, asked.Cog, on), ct);
        if (json)
        {
            Output.Json(ExplanationOut.Of(form, asked.Cog, explanation));
        }
        else
        {
            ExplanationShow.Write(texts, form, asked.Cog, explanation);
        }

        return explanation.Finding == RoutingFinding.Found ? ExitCode.Ok : ExitCode.Failure;
    }

    private sealed record Question(string? Form, string? Competence, string Cog, DateOnly? On);
}
