using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Dispatch;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Ledger;

/// <summary><c>teleservices ledger list|check|resend</c>: proof that every filed request reached its administration once, and the means when one has not.</summary>
internal static class LedgerCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared) => new("ledger", texts["Suit chaque demande jusqu’à l’administration compétente."])
    {
        List(texts, shared),
        Check(texts, shared),
        Resend(texts, shared),
    };

    private static Command List(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var state = new Option<DeliveryState?>("--state") { Description = texts["Seulement les demandes dans cet état."] };
        var parked = new Option<bool>("--parked") { Description = texts["Les messages qui attendent une personne, au lieu des demandes."] };
        var limit = new Option<int>("--limit") { Description = texts["Combien au plus."], DefaultValueFactory = _ => 50 };
        var command = new Command("list", texts["Montre les demandes, les plus récentes d’abord."]) { state, parked, limit };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, db) =>
        {
            var json = parsed.GetValue(shared.Json);
            if (parsed.GetValue(parked))
            {
                Show(texts, await db.ParkedMessages(parsed.GetValue(limit), ct), json);
            }
            else
            {
                await Show(texts, services, await services.GetRequiredService<IMediator>().Send(new LedgerList(parsed.GetValue(state), parsed.GetValue(limit)), ct), json, ct);
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Check(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var command = new Command("check", texts["Compare les récépissés, le registre et les files de toutes les administrations ; échoue s’il manque une demande ou si elle est en double."]);
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var check = await LedgerCheck.Make(services, ct);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(check);
            }
            else
            {
                var table = Output.Table(texts["Déposées"], texts["Acheminées"], texts["Remises"], texts["Dossiers"], texts["En route"], texts["En attente d’une personne"], texts["Manquantes"], texts["En double"]);
                table.AddRow([.. new[] { check.Filed, check.Routed, check.Delivered, check.Cases, check.Open, check.Parked, check.Missing.Count, check.Double.Count }
                    .Select(count => count.ToString(CultureInfo.InvariantCulture))]);
                AnsiConsole.Write(table);
                foreach (var number in check.Missing.Concat(check.Double))
                {
                    System.Console.Error.WriteLine(number);
                }
            }

            return check.Whole ? ExitCode.Ok : ExitCode.Failure;
        }));
        return command;
    }

    private static Command Resend(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var numbers = new Argument<string[]>("NUMERO") { Description = texts["Numéros des demandes."], Arity = ArgumentArity.ZeroOrMore };
        var parked = new Option<bool>("--parked") { Description = texts["Tous les messages qui attendent une personne."] };
        var reason = new Option<string>("--reason") { Description = texts["Pourquoi ; la raison reste dans le registre."], Required = true };
        var command = new Command("resend", texts["Envoie de nouveau ; ce qui est déjà arrivé ne change pas."]) { numbers, parked, reason };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, db) =>
        {
            var messages = parsed.GetValue(parked) ? (await db.ParkedMessages(int.MaxValue, ct)).Select(message => message.Id).ToList() : [];
            var result = await services.GetRequiredService<IMediator>().Send(
                new SendAgain(messages, parsed.GetValue(numbers) ?? [], $"{Environment.UserName}@{Environment.MachineName}", parsed.GetValue(reason)), ct);
            if (result.Refusal is { } refusal)
            {
                var words = services.GetRequiredService<IStringLocalizerFactory>().Create("Texts", typeof(SendAgain).Assembly.GetName().Name!);
                await System.Console.Error.WriteLineAsync(words[refusal.Text, refusal.Arguments]);
                return ExitCode.Usage;
            }

            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { Sent = result.Value });
            }
            else
            {
                await System.Console.Error.WriteLineAsync(texts["Envoyé de nouveau : {0}.", result.Value]);
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    private static void Show(IStringLocalizer<Texts> texts, IReadOnlyList<ParkedMessage> messages, bool json)
    {
        if (json)
        {
            Output.Json(messages);
            return;
        }

        var table = Output.Table(texts["Message"], texts["Destinataire"], texts["Depuis"], texts["Échecs"], texts["Raison"]);
        foreach (var message in messages)
        {
            table.AddRow(Output.Plain(message.Type), Output.Plain(message.Consumer), Moment(message.ParkedAt), $"{message.Failures}", Output.Plain(message.Reason ?? ""));
        }

        AnsiConsole.Write(table);
    }

    private static async Task Show(IStringLocalizer<Texts> texts, IServiceProvider services, IReadOnlyList<Delivery> lines, bool json, CancellationToken ct)
    {
        if (json)
        {
            Output.Json(lines);
            return;
        }

        var tenants = services.GetRequiredService<ITenantStore>();
        var table = Output.Table(texts["Demande"], texts["État"], texts["Administration"], texts["Déposée"], texts["Remise"]);
        foreach (var line in lines)
        {
            var holder = line.HolderId is { } id ? await tenants.ById(id, ct) : null;
            table.AddRow(Output.Plain(line.Number), line.State.ToString(), Output.Plain(holder?.ShortName ?? "–"), Moment(line.FiledAt), line.DeliveredAt is { } at ? Moment(at) : "–");
        }

        AnsiConsole.Write(table);
    }

    private static string Moment(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
