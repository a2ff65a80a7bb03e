using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Access;

namespace Teleservices.Cli.Admin;

/// <summary><c>teleservices admin create</c>: the first member of the IT staff, on a platform that has no demo account. No password is ever typed or printed.</summary>
internal static class AdminCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var email = new Option<string>("--email") { Description = texts["Adresse électronique de la personne."], Required = true };
        var first = new Option<string>("--first-name") { Description = texts["Prénom."], Required = true };
        var last = new Option<string>("--last-name") { Description = texts["Nom."], Required = true };
        var desk = new Option<string?>("--desk") { Description = texts["Département dont la personne suit les demandes, par son code ; « all » pour tous (par défaut)."] };
        var create = new Command("create", texts["Donne à une personne l’accès à la console ; lui ouvre un compte si besoin."]) { email, first, last, desk };
        create.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, (services, _) => Create(
            services, texts, new MakeItStaff(parsed.GetValue(email), parsed.GetValue(first), parsed.GetValue(last), parsed.GetValue(desk)), parsed.GetValue(shared.Json), ct)));
        return new Command("admin", texts["Gère les accès à la console."]) { create };
    }

    private static async Task<int> Create(IServiceProvider services, IStringLocalizer<Texts> texts, MakeItStaff command, bool json, CancellationToken ct)
    {
        var result = await services.GetRequiredService<IMediator>().Send(command, ct);
        if (result.Refusal is { } refusal)
        {
            var identity = services.GetRequiredService<IStringLocalizerFactory>().Create("Texts", typeof(MakeItStaff).Assembly.GetName().Name!);
            foreach (var one in refusal.All())
            {
                await System.Console.Error.WriteLineAsync(identity[one.Text, one.Arguments]);
            }

            return ExitCode.Usage;
        }

        var made = result.Value;
        if (json)
        {
            Output.Json(made);
            return ExitCode.Ok;
        }

        await System.Console.Error.WriteLineAsync(made.Created ? texts["Le compte est ouvert."] : texts["Le compte existait ; il a maintenant accès à la console."]);
        if (made.PasswordLink is { } link)
        {
            await System.Console.Error.WriteLineAsync(texts["La personne choisit son mot de passe ici, une seule fois et dans les deux heures :"]);
            await System.Console.Out.WriteLineAsync(link);
        }

        return ExitCode.Ok;
    }
}
