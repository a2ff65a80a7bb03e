using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant move NAME --to DATABASE</c>: the cases of an administration go into a database of its own, or back.</summary>
internal static class RelocateCommand
{
    private const string Common = "common";

    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var name = new Argument<string>("NOM") { Description = texts["Nom court ou SIREN de l’administration."] };
        var to = new Option<string>("--to") { Description = texts["Nom de la base de données dans les réglages (Data:Databases), ou « common »."], HelpName = "BASE", Required = true };
        var command = new Command("move", texts["Déplace les dossiers d’une administration dans une base de données à elle, ou dans la base commune ; interrompu, le même appel continue."]) { name, to };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            if (await Find(services.GetRequiredService<ITenantStore>(), parsed.GetValue(name)!, ct) is not { } administration)
            {
                await System.Console.Error.WriteLineAsync(texts["Aucune administration ne s’appelle « {0} ».", parsed.GetValue(name)!]);
                return ExitCode.Usage;
            }

            var (mover, target) = (services.GetRequiredService<AdministrationMover>(), parsed.GetValue(to)!);
            var result = await mover.Begin(administration, target == Common ? null : target, ct);
            while (result.Refusal is null && result.Value.Step != RelocationStep.Done)
            {
                result = await mover.Advance(administration, ct);
                if (result.Refusal is null)
                {
                    await System.Console.Error.WriteLineAsync(Word(texts, result.Value.Step));
                }
            }

            if (await StateCommand.Refused(services, typeof(AdministrationMover), result.Refusal))
            {
                return ExitCode.Failure;
            }

            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { administration.Identifier, From = result.Value.From ?? Common, To = result.Value.To ?? Common, result.Value.Step, result.Value.Rows });
            }
            else
            {
                await System.Console.Error.WriteLineAsync(texts["{0} est dans « {1} » : {2} lignes.", administration.Name, result.Value.To ?? Common, result.Value.Rows]);
            }

            return ExitCode.Ok;
        }));
        return command;
    }

    private static async Task<AdministrationInfo?> Find(ITenantStore tenants, string name, CancellationToken ct) =>
        await tenants.ByIdentifier(name, ct) ?? (await tenants.All(ct)).SingleOrDefault(one => one.Siren == name);

    private static string Word(IStringLocalizer<Texts> texts, RelocationStep step) => step switch
    {
        RelocationStep.Begun => "",
        RelocationStep.Closed => texts["ses écritures sont arrêtées, ses messages remis"],
        RelocationStep.Copied => texts["ses lignes sont copiées et comparées"],
        RelocationStep.Switched => texts["elle est dans la nouvelle base de données"],
        RelocationStep.Done => texts["rien n’est resté dans l’ancienne"],
    };
}
