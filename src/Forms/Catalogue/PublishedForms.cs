using MediatR;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Catalogue;

/// <summary>Which e-services are published, in their newest version, by title.</summary>
public sealed record PublishedForms : IQuery<IReadOnlyList<PublishedForm>>;

/// <summary>An e-service as the catalogue shows it.</summary>
/// <param name="Slug">Its slug, part of its address.</param>
/// <param name="Version">Newest version.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Theme">Slug of its heading.</param>
/// <param name="Competence">Code of the competence that decides who answers.</param>
/// <param name="TeamName">The team that works it.</param>
/// <param name="Keywords">Words it is found by besides its title.</param>
/// <param name="DurationMinutes">How long it takes to fill in.</param>
public sealed record PublishedForm(
    string Slug,
    int Version,
    Wording Title,
    Wording Summary,
    string Theme,
    string Competence,
    Wording TeamName,
    IReadOnlyList<string> Keywords,
    int DurationMinutes)
{
    internal static PublishedForm Of(FormDefinition form) =>
        new(form.Slug, form.Version, form.Title, form.Summary, form.Theme, form.Competence, form.TeamName, form.Keywords, form.DurationMinutes);
}

internal sealed class PublishedFormsHandler(TeleservicesDb db, FormShelf shelf) : IRequestHandler<PublishedForms, IReadOnlyList<PublishedForm>>
{
    public async Task<IReadOnlyList<PublishedForm>> Handle(PublishedForms request, CancellationToken cancellationToken) =>
        [.. (await shelf.Newest(db, cancellationToken)).Values
            .OrderBy(form => form.Title.Fr, StringComparer.InvariantCulture)
            .Select(PublishedForm.Of)];
}
