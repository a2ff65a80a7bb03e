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

        var copies = StoreCopy.All(data, texts).Where(copy => copy.Name is null || manifest.Databases?.Any(one => one.Name == copy.Name) == true).ToList();
        if (manifest.Databases?.FirstOrDefault(one => copies.All(copy => copy.Name != one.Name)) is { } homeless)
        {
            throw new InvalidDataException(texts["La sauvegarde contient la base « {0} » d’une administration : indiquez où la restaurer avec TELESERVICES__Data__Databases__{0}__Connection.", homeless.Name]);
        }

        await using var services = Composition.Services(directory);
        var uploads = services.GetRequiredService<IFileStore>();
        if (!await AllEmpty(copies, ct) || !await UploadCopy.IsEmpty(uploads, ct))
        {
            throw new InvalidDataException(texts["Le lieu n’est pas vide : restaurez dans une base et un dossier neufs, puis démarrez la plateforme sur eux."]);
        }

        await UploadCopy.Restore(folder, uploads, ct);
        var (found, differences) = (new List<TableContent>(), new List<string>());

        // The common one last: a place that has it is whole.
        foreach (var copy in copies.AsEnumerable().Reverse())
        {
            var tables = await copy.Restore(folder, ct);
            found.AddRange(tables);
            differences.AddRange(verify ? manifest.Differences(copy.Name, tables) : []);
        }

        if (data.Store == StoreKind.Postgres)
        {
            await Grant(directory, ct);
        }

        if (json)
        {
            Output.Json(new { manifest.TakenAt, verified = verify, equal = verify ? differences.Count == 0 : (bool?)null, tables = found.Count, rows = found.Sum(table => table.Rows), databases = copies.Count, files = manifest.Files.Count - copies.Count, differences });
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

    private static async Task<bool> AllEmpty(IEnumerable<StoreCopy> copies, CancellationToken ct)
    {
        foreach (var copy in copies)
        {
            if (!await copy.IsEmpty(ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Roles are of the server, not of the database: the application's rights and the policies are put in place anew.</summary>
    private static async Task Grant(string? directory, CancellationToken ct)
    {
        await using var services = Composition.Services(directory, asOwner: true);
        await services.BringAllUpToDate(ct);
    }
}
