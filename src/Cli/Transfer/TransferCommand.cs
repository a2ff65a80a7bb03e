using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Cli.Tenant;
using Teleservices.Dispatch.Transfers;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Transfer;

/// <summary><c>teleservices transfer …</c>: a competence passes from communes to another administration, or back, with all that is open.</summary>
internal static class TransferCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared) => new("transfer", texts["Transfère une compétence à une date, avec les dossiers ouverts."])
    {
        Plan(texts, shared),
        Schedule(texts, shared),
        List(texts, shared),
        Report(texts, shared),
        Cancel(texts, shared),
        Apply(texts, shared),
    };

    private static Command Plan(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var options = new TransferOptions(texts);
        var command = new Command("plan", texts["Montre ce qu’un transfert changerait ; ne change rien."]);
        options.AddTo(command);
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
        {
            var preview = await mediator.Send(new PlanTransfer(options.Wish(parsed)), ct);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(PreviewOut.Of(preview));
            }

            return (preview.Refusals is [var refusal, ..] ? refusal with { More = [.. preview.Refusals.Skip(1)] } : null, () => TransferShow.Preview(texts, preview));
        }));
        return command;
    }

    private static Command Schedule(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var options = new TransferOptions(texts);
        var command = new Command("schedule", texts["Programme un transfert : le registre le sait, tout suit à sa date."]);
        options.AddTo(command);
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
        {
            var result = await mediator.Send(new ScheduleTransfer(options.Wish(parsed), Environment.UserName), ct);
            if (result.Refusal is null && parsed.GetValue(shared.Json))
            {
                Output.Json(new { Id = result.Value });
            }

            return (result.Refusal, () => System.Console.Out.WriteLine(result.Value));
        }));
        return command;
    }

    private static Command List(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var command = new Command("list", texts["Liste les transferts, passés et à venir."]);
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
        {
            var reports = await mediator.Send(new TransferReports(), ct);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(reports.Select(TransferOut.Of));
            }

            return (null, () => TransferShow.List(texts, reports));
        }));
        return command;
    }

    private static Command Report(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var id = Id(texts);
        var command = new Command("report", texts["Dit ce qu’il est advenu de chaque dossier d’un transfert."]) { id };
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
        {
            var reports = await mediator.Send(new TransferReports(parsed.GetValue(id), Limit: 100_000), ct);
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(reports.Select(TransferOut.Of).SingleOrDefault());
            }

            return (reports.Count == 1 ? null : new Platform.Results.Refusal("Aucun transfert n’a cet identifiant."), () => TransferShow.Report(texts, reports[0]));
        }));
        return command;
    }

    private static Command Cancel(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var id = Id(texts);
        var command = new Command("cancel", texts["Annule un transfert avant sa date ; le registre est comme avant."]) { id };
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
            ((await mediator.Send(new CancelTransfer(parsed.GetValue(id), Environment.UserName), ct)).Refusal, () => System.Console.Error.WriteLine(texts["Le transfert est annulé."]))));
        return command;
    }

    private static Command Apply(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var command = new Command("apply", texts["Fait tout de suite ce que les serveurs font toutes les cinq secondes : avance les transferts dont la date est venue."]);
        command.SetAction((parsed, ct) => On(parsed, texts, shared, async mediator =>
        {
            var sent = (await mediator.Send(new ApplyDueTransfers(), ct)).Value;
            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { Sent = sent });
            }

            return (null, () => System.Console.Error.WriteLine(texts["Dossiers mis en route : {0}.", sent.ToString(CultureInfo.CurrentCulture)]));
        }));
        return command;
    }

    private static Argument<Guid> Id(IStringLocalizer<Texts> texts) => new("ID") { Description = texts["Identifiant du transfert, comme dans « transfer list »."] };

    private static Task<int> On(ParseResult parsed, IStringLocalizer<Texts> texts, SharedOptions shared, Func<IMediator, Task<(Platform.Results.Refusal? Refusal, Action Show)>> work) =>
        Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            await services.RequireSchema(CancellationToken.None);
            var (refusal, show) = await work(services.GetRequiredService<IMediator>());
            if (await StateCommand.Refused(services, typeof(PlanTransfer), refusal))
            {
                return ExitCode.Failure;
            }

            if (!parsed.GetValue(shared.Json))
            {
                show();
            }

            return ExitCode.Ok;
        });
}
