using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Teleservices.Cli.Backup;

/// <summary>What a backup holds, so that whoever restores it can tell that it is whole.</summary>
/// <param name="Product">Version of the product that made it.</param>
/// <param name="Store"><c>sqlite</c> or <c>postgres</c>; it goes back to a store of its own kind.</param>
/// <param name="Schema">Migrations that the store had had, oldest first.</param>
/// <param name="TakenAt">The moment of the snapshot.</param>
/// <param name="Tables">Every table with its number of rows and a digest of their content.</param>
/// <param name="Files">Every other file of the backup, by its path from here: the database and the uploads.</param>
/// <param name="Databases">Databases that administrations have for themselves, of the same moment; nothing in backups of before.</param>
internal sealed record Manifest(
    string Product, string Store, IReadOnlyList<string> Schema, DateTimeOffset TakenAt, IReadOnlyList<TableContent> Tables, IReadOnlyList<BackupFile> Files,
    IReadOnlyList<BackupDatabase>? Databases = null)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="InvalidDataException">There is no manifest, or it is none.</exception>
    public static async Task<Manifest> Read(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path} : not found; a backup without its manifest is not whole.");
        }

        try
        {
            return JsonSerializer.Deserialize<Manifest>(await File.ReadAllTextAsync(path, ct), Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} : not a manifest of this product.");
        }
    }

    public Task Write(string folder, CancellationToken ct) => File.WriteAllTextAsync(Path.Combine(folder, Name), JsonSerializer.Serialize(this, Options), ct);

    /// <summary>Files that are not as they were when the backup was made, each with what is wrong.</summary>
    public async Task<IReadOnlyList<string>> FaultsOf(string folder, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            if (!File.Exists(path))
            {
                faults.Add($"{file.Path}: missing");
            }
            else if (await BackupFile.Of(folder, path, ct) != file)
            {
                faults.Add($"{file.Path}: not what was saved (SHA-256)");
            }
        }

        return faults;
    }

    private IReadOnlyList<TableContent> TablesOf(string? database) =>
        database is null ? Tables : (Databases ?? []).Single(one => one.Name == database).Tables;

    /// <summary>Tables whose content is not that of the backup.</summary>
    /// <param name="database">Name of an administration's own database; nothing for the common one.</param>
    /// <param name="found">What is there.</param>
    public IReadOnlyList<string> Differences(string? database, IReadOnlyList<TableContent> found)
    {
        var there = found.ToDictionary(table => table.Table);
        return
        [
            .. from table in TablesOf(database)
               let now = there.GetValueOrDefault(table.Table)
               where now != table
               select string.Create(CultureInfo.InvariantCulture, $"{(database is null ? "" : database + "/")}{table.Table}: {now?.Rows ?? 0} rows for {table.Rows}, content {(now?.Sha256 == table.Sha256 ? "equal" : "different")}"),
        ];
    }
}

/// <summary>A database that an administration has for itself.</summary>
/// <param name="Name">As in the settings, in small letters.</param>
/// <param name="Tables">As those of the common one.</param>
internal sealed record BackupDatabase(string Name, IReadOnlyList<TableContent> Tables);

/// <summary>A table's content.</summary>
/// <param name="Table">Schema and name.</param>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">The SHA-256 of every row, added up bit by bit (exclusive or): the order of the rows does not matter.</param>
internal sealed record TableContent(string Table, long Rows, string Sha256);

/// <summary>A file of the backup.</summary>
/// <param name="Path">From the backup's folder, with slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record BackupFile(string Path, long Length, string Sha256)
{
    public static async Task<BackupFile> Of(string folder, string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return new BackupFile(
            System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)));
    }
}
