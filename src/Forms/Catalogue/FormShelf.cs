using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Catalogue;

/// <summary>Definitions that were read once stay in memory: a published version never changes.</summary>
internal sealed class FormShelf(TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly ConcurrentDictionary<(string Slug, int Version), FormDefinition> versions = [];
    private (DateTimeOffset At, IReadOnlyDictionary<string, FormDefinition> Newest) shelf = (DateTimeOffset.MinValue, new Dictionary<string, FormDefinition>());

    /// <summary>Asked by each page of each form, so it is put together once; one per host, whose model it belongs to.</summary>
    private readonly Func<TeleservicesDb, string, Guid, CancellationToken, Task<Draft?>> draftOf =
        EF.CompileAsyncQuery((TeleservicesDb db, string form, Guid portal, CancellationToken ct) =>
            db.Set<Draft>().SingleOrDefault(draft => draft.FormSlug == form && draft.PortalId == portal));

    private (DateTimeOffset At, IReadOnlyList<CatalogueTheme> InOrder) themes = (DateTimeOffset.MinValue, []);

    /// <summary>The present resident's draft of a form on a portal.</summary>
    public Task<Draft?> Draft(TeleservicesDb db, string form, Guid portal, CancellationToken ct) => draftOf(db, form, portal, ct);

    public static string Write(FormDefinition form) => JsonSerializer.Serialize(form, Json);

    /// <summary>What a later build knows of a field and an earlier one did not has its usual value.</summary>
    public static FormDefinition Parse(string definition) => JsonSerializer.Deserialize<FormDefinition>(definition, Json)!;

    /// <summary>The newest version of every form; a new one published by another process is seen within ten seconds.</summary>
    public async ValueTask<IReadOnlyDictionary<string, FormDefinition>> Newest(TeleservicesDb db, CancellationToken ct)
    {
        var (at, newest) = shelf;
        if (clock.GetUtcNow() - at < LookAgain && newest.Count > 0)
        {
            return newest;
        }

        var keys = await db.FormVersions.GroupBy(version => version.Slug)
            .Select(same => new { Slug = same.Key, Version = same.Max(version => version.Version) }).ToListAsync(ct);
        var found = new Dictionary<string, FormDefinition>();
        foreach (var key in keys)
        {
            found[key.Slug] = await Version(db, key.Slug, key.Version, ct);
        }

        shelf = (clock.GetUtcNow(), found);
        return found;
    }

    /// <summary>The headings of the catalogue, in order; as fresh as the forms.</summary>
    public async ValueTask<IReadOnlyList<CatalogueTheme>> Themes(TeleservicesDb db, CancellationToken ct)
    {
        var (at, known) = themes;
        if (clock.GetUtcNow() - at < LookAgain && known.Count > 0)
        {
            return known;
        }

        var rows = await db.Themes.AsNoTracking().OrderBy(theme => theme.Order).ToListAsync(ct);
        known = [.. rows.Select(row => (row.Slug, Words: JsonSerializer.Deserialize<ThemeWords>(row.Words)!))
            .Select(row => new CatalogueTheme(row.Slug, row.Words.Title, row.Words.Description))];
        themes = (clock.GetUtcNow(), known);
        return known;
    }

    public async ValueTask<FormDefinition?> Newest(TeleservicesDb db, string slug, CancellationToken ct) =>
        (await Newest(db, ct)).GetValueOrDefault(slug);

    public async ValueTask<FormDefinition> Version(TeleservicesDb db, string slug, int version, CancellationToken ct)
    {
        if (versions.TryGetValue((slug, version), out var known))
        {
            return known;
        }

        var row = await db.FormVersions.AsNoTracking().SingleAsync(row => row.Slug == slug && row.Version == version, ct);
        return versions.GetOrAdd((slug, version), Parse(row.Definition));
    }
}
