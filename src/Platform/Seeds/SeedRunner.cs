namespace Teleservices.Platform.Seeds;

/// <summary>Fills the store from a seed folder: everything or, when there is a mistake, nothing.</summary>
public sealed class SeedRunner(IEnumerable<ISeeder> seeders)
{
    /// <summary>Reads all files, then writes what differs.</summary>
    /// <exception cref="SeedException">The files hold mistakes; nothing was written.</exception>
    public async Task<IReadOnlyList<SeedSummary>> Run(SeedFolder folder, CancellationToken ct)
    {
        var inOrder = Check(folder);
        var done = new List<SeedSummary>();
        foreach (var seeder in inOrder)
        {
            done.Add(await seeder.Write(ct));
        }

        return done;
    }

    /// <summary>Reads all files and writes nothing.</summary>
    /// <exception cref="SeedException">The files hold mistakes.</exception>
    public IReadOnlyList<ISeeder> Check(SeedFolder folder)
    {
        var inOrder = seeders.OrderBy(seeder => seeder.Order).ToList();
        foreach (var seeder in inOrder)
        {
            seeder.Read(folder);
        }

        return folder.Errors is { Count: > 0 } errors ? throw new SeedException(errors) : inOrder;
    }
}
