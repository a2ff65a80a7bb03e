using System.CommandLine;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant export|erase</c>: what an administration takes along when it leaves, and that nothing of it stays behind.</summary>
internal static class ArchiveCommand
{
    public static Command Export(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var slug = StateCommand.Slug(texts);
        var target = new Argument<FileInfo>("FICHIER") { Description = texts["Archive ZIP à écrire ; elle ne doit pas exister."] };
        var command = new Command("export", texts["Écrit tout ce qui appartient à une administration dans une archive, avec un manifeste."]) { slug, target };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var file = parsed.GetValue(target)!;
            if (file.Exists)
            {
                await System.Console.Error.WriteLineAsync(texts["Le fichier {0} existe déjà : indiquez-en un autre.", file.FullName]);
                return ExitCode.Usage;
            }

            await using var stream = file.Create();
            var result = await services.GetRequiredService<IMediator>().Send(new ExportTenant(parsed.GetValue(slug)!, stream), ct);
            if (await StateCommand.Refused(services, typeof(ExportTenant), result.Refusal))
            {
                await stream.DisposeAsync();
                file.Delete();
                return ExitCode.Failure;
            }

            if (parsed.GetValue(shared.Json))
            {
                Output.Json(new { File = file.FullName, Parts = result.Value });
                return ExitCode.Ok;
            }

            await System.Console.Error.WriteLineAsync(texts["{0} lignes et fichiers dans {1}.", result.Value.Sum(part => part.Rows), file.FullName]);
            return ExitCode.Ok;
        }));
        return command;
    }

    public static Command Erase(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var slug = StateCommand.Slug(texts);
        var siren = new Option<string>("--siren") { Description = texts["SIREN de l’administration, pour confirmer : l’effacement est définitif."], Required = true };
        var command = new Command("erase", texts["Efface sans trace une administration qui part ; exportez-la d’abord."]) { slug, siren };
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, db) =>
        {
            var result = await services.GetRequiredService<IMediator>().Send(new EraseTenant(parsed.GetValue(slug)!, parsed.GetValue(siren)!), ct);
            if (await StateCommand.Refused(services, typeof(EraseTenant), result.Refusal))
            {
                return ExitCode.Failure;
            }

            // SQLite leaves deleted content in free pages and in its log until they are used again.
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
            }

            await System.Console.Error.WriteLineAsync(texts["{0} est effacée. Les sauvegardes d’avant la contiennent encore, jusqu’à leur échéance.", parsed.GetValue(slug)!]);
            return ExitCode.Ok;
        }));
        return command;
    }
}
