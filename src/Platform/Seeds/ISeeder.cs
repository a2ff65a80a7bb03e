namespace Teleservices.Platform.Seeds;

/// <summary>A module's part in filling a store from <c>seeds/</c>. All seeders read first; only if none found a mistake do they write.</summary>
public interface ISeeder
{
    /// <summary>Lower is earlier: administrations 10, competences 20, forms 30, accounts 40.</summary>
    int Order { get; }

    /// <summary>Reads and checks this module's files; mistakes are noted on the nodes.</summary>
    void Read(SeedFolder folder);

    /// <summary>Writes what was read; what is there already is brought up to date, and nothing is removed.</summary>
    Task<SeedSummary> Write(CancellationToken ct);
}

/// <summary>What a seeder did.</summary>
/// <param name="What">What was seeded, in English plural: «administrations».</param>
/// <param name="Added">New rows.</param>
/// <param name="Changed">Rows that were there and differ now.</param>
/// <param name="Unchanged">Rows that were right already.</param>
public sealed record SeedSummary(string What, int Added, int Changed, int Unchanged);

/// <summary>A mistake in a seed file.</summary>
/// <param name="File">Path below the seed folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record SeedError(string File, long Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>The seeds hold mistakes; nothing was written.</summary>
public sealed class SeedException(IReadOnlyList<SeedError> errors)
    : Exception($"The seeds hold {errors.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>All of them, by file and line.</summary>
    public IReadOnlyList<SeedError> Errors { get; } = errors;
}
