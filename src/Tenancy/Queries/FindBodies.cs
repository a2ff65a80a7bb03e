using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Tenancy.Model;

namespace Teleservices.Tenancy;

/// <summary>Communes, EPCI and départements of the national territory, on the platform or not, at most twenty: by code, or by words of the name.</summary>
/// <param name="Search">COG code, SIREN, or words; accents and capitals do not count.</param>
public sealed record FindBodies(string Search) : IQuery<IReadOnlyList<FoundBody>>;

/// <summary>A public body.</summary>
/// <param name="Code">COG code of a commune, SIREN of another one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its slug, if it is on the platform.</param>
public sealed record FoundBody(string Code, string Name, string? Slug);

/// <summary>Reads all names, forty thousand short rows: IT staff ask it a few times a year.</summary>
internal sealed class FindBodiesHandler(TeleservicesDb db) : IRequestHandler<FindBodies, IReadOnlyList<FoundBody>>
{
    private const int AtMost = 20;

    public async Task<IReadOnlyList<FoundBody>> Handle(FindBodies request, CancellationToken cancellationToken)
    {
        var search = request.Search.Trim();
        var words = Folded.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var communes = await db.Communes.AsNoTracking().Where(one => one.Siren != null).Select(one => new { one.Cog, one.Siren, one.Name }).ToListAsync(cancellationToken);
        var bodies = await db.PublicBodies.AsNoTracking().Where(one => one.Until == null).Select(one => new { Code = one.Siren, one.Siren, one.Name }).ToListAsync(cancellationToken);
        var found = communes.Select(one => (Code: one.Cog, Siren: one.Siren!, one.Name)).Concat(bodies.Select(one => (one.Code, one.Siren, one.Name)))
            .Where(one => one.Code == search || one.Siren == search || words.All(word => Folded.Of(one.Name).Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(one => one.Code == search || one.Siren == search)
            .ThenByDescending(one => Folded.Of(one.Name) == string.Join(' ', words))
            .ThenBy(one => one.Name.Length).ThenBy(one => one.Name, StringComparer.CurrentCulture).ThenBy(one => one.Code, StringComparer.Ordinal)
            .DistinctBy(one => one.Siren).Take(AtMost).ToList();
        var sirens = found.Select(one => one.Siren).ToList();
        var slugs = await db.Administrations.AsNoTracking().Where(one => sirens.Contains(one.Siren)).ToDictionaryAsync(one => one.Siren, one => one.Slug, cancellationToken);
        return [.. found.Select(one => new FoundBody(one.Code, one.Name, slugs.GetValueOrDefault(one.Siren)))];
    }
}
