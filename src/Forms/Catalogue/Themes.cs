using MediatR;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Catalogue;

/// <summary>The headings of the catalogue, in order.</summary>
public sealed record Themes : IQuery<IReadOnlyList<CatalogueTheme>>;

/// <summary>A heading of the catalogue.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">One sentence.</param>
public sealed record CatalogueTheme(string Slug, Wording Title, Wording Description);

internal sealed record ThemeWords(Wording Title, Wording Description);

internal sealed class ThemesHandler(TeleservicesDb db, FormShelf shelf) : IRequestHandler<Themes, IReadOnlyList<CatalogueTheme>>
{
    public async Task<IReadOnlyList<CatalogueTheme>> Handle(Themes request, CancellationToken cancellationToken) => await shelf.Themes(db, cancellationToken);
}
