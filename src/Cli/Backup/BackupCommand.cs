using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;

namespace Teleservices.Cli.Backup;

/// <summary><c>teleservices backup FOLDER</c>: database (accounts, cases, keys), uploads and a manifest, of one moment, while the platform works.</summary>
internal static class BackupCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var folder = new Argument<string>("folder") { Description = texts["Dossier à créer pour la sauvegarde."] };
        var command = new Command("backup", texts["Sauvegarde la base, les clés et les fichiers déposés, pendant que la plateforme travaille."]) { folder };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(shared.Data), parsed.GetRequiredValue(folder), texts, parsed.GetValue(shared.Json), ct));
        return command;
    }

    private static Task<int> Run(string? directory, string folder, IStringLocalizer<Texts> texts, bool json, CancellationToken ct)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
        {
            throw new InvalidDataException(texts["{0} existe déjà : choisissez un dossier qui n’existe pas.", folder]);
        }

        return Composition.OnStore(directory, texts, async (services, db) =>
        {
            var (data, part) = (Composition.DataOf(directory), folder + ".part");
            var uploads = services.GetRequiredService<IFileStore>();
            var schema = (await db.SchemaState(ct)).Applied;
            var takenAt = TimeProvider.System.GetUtcNow();
            MakeAfresh(part);

            // Uploads before and after the database: what a row of it names was there at one of the two moments, and no file ever changes.
            await UploadCopy.Save(uploads, part, ct);
            var copies = StoreCopy.All(data, texts);
            var saved = new List<BackupDatabase>();
            try
            {
                await OneMoment.Fix(copies, ct);
                foreach (var copy in copies)
                {
                    saved.Add(new BackupDatabase(copy.Name ?? "", await copy.Save(part, ct)));
                }
            }
            finally
            {
                foreach (var copy in copies)
                {
                    await copy.DisposeAsync();
                }
            }

            await UploadCopy.Save(uploads, part, ct);

            var files = new List<BackupFile>();
            foreach (var path in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                files.Add(await BackupFile.Of(part, path, ct));
            }

            var manifest = new Manifest(Version, data.Store == StoreKind.Sqlite ? "sqlite" : "postgres", schema, takenAt, saved[0].Tables, files, [.. saved.Skip(1)]);
            await manifest.Write(part, ct);
            Directory.Move(part, folder);
            var tables = saved.SelectMany(one => one.Tables).ToList();
            if (json)
            {
                Output.Json(new { folder, takenAt, tables = tables.Count, rows = tables.Sum(table => table.Rows), databases = saved.Count, files = files.Count, bytes = files.Sum(file => file.Length) });
            }
            else
            {
                await System.Console.Error.WriteLineAsync(texts["Sauvegarde complète dans {0} : {1} tables, {2} lignes, {3} fichiers.", folder, tables.Count, tables.Sum(table => table.Rows), files.Count]);
            }

            return ExitCode.Ok;
        });
    }

    /// <summary>Personal data lie here: nobody else may look in.</summary>
    private static void MakeAfresh(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Version => typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
