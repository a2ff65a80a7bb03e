using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;

namespace Teleservices.Cli.Backup;

/// <summary><c>teleservices restore FOLDER</c>: brings a backup into an empty place, after looking whether it is whole.</summary>
internal static class RestoreCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var folder = new Argument<string>("folder") { Description = texts["Dossier de la sauvegarde."] };
        var verify = new Option<bool>("--verify") { Description = texts["Compare ensuite chaque table à la sauvegarde, ligne par ligne."] };
        var command = new Command("restore", texts["Restaure une sauvegarde dans un lieu vide."]) { folder, verify };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(shared.Data), parsed.GetRequiredValue(folder), parsed.GetValue(verify), texts, parsed.GetValue(shared.Json), ct));
        return command;
    }

    private static async Task<int> Run(string? directory, string folder, bool verify, IStringLocalizer<Texts> texts, bool json, CancellationToken ct)
    {
        var (data, manifest) = (Composition.DataOf(directory), await Manifest.Read(folder, ct));
        var store = data.Store == StoreKind.Sqlite ? "sqlite" : "postgres";
        if (manifest.Store != store)
        {
            throw new InvalidDataException(texts["Cette sauvegarde vient d’une base {0}, et celle-ci est une base {1}.", manifest.Store, store]);
        }

        if (await manifest.FaultsOf(folder, ct) is { Count: > 0 } faults)
        {
            throw new InvalidDataException(texts["La sauvegarde n’est pas intacte, rien n’a été restauré : {0}", string.Join("; ", faults.Take(10))]);
        }

        var copy = StoreCopy.Of(data, texts);
        await using var services = Composition.Services(directory);
        var uploads = services.GetRequiredService<IFileStore>();
        if (!await copy.IsEmpty(ct) || !await UploadCopy.IsEmpty(uploads, ct))
        {
            throw new InvalidDataException(texts["Le lieu n’est pas vide : restaurez dans une base et un dossier neufs, puis démarrez la plateforme sur eux."]);
        }

        await UploadCopy.Restore(folder, uploads, ct);
        var found = await copy.Restore(folder, ct);
        var differences = verify ? manifest.Differences(found) : [];
        if (data.Store == StoreKind.Postgres)
        {
            await Grant(directory, ct);
        }

        if (json)
        {
            Output.Json(new { manifest.TakenAt, verified = verify, equal = verify ? differences.Count == 0 : (bool?)null, tables = found.Count, rows = found.Sum(table => table.Rows), files = manifest.Files.Count - 1, differences });
        }
        else
        {
            foreach (var difference in differences)
            {
                await System.Console.Out.WriteLineAsync(difference);
            }

            await System.Console.Error.WriteLineAsync(differences.Count > 0
                ? texts["Restauré, mais {0} table(s) diffèrent de la sauvegarde.", differences.Count]
                : texts["Restauré : {0} tables, {1} lignes. Démarrez la plateforme : ce qui était en chemin est renvoyé de lui-même.", found.Count, found.Sum(table => table.Rows)]);
        }

        return differences.Count > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    /// <summary>Roles are of the server, not of the database: the application's rights and the policies are put in place anew.</summary>
    private static async Task Grant(string? directory, CancellationToken ct)
    {
        await using var services = Composition.Services(directory, asOwner: true);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().BringUpToDate(Composition.DataOf(directory), ct);
    }
}
