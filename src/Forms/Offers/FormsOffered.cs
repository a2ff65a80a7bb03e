using MediatR;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Forms.Offers;

/// <summary>Which e-services are offered, by title: those that whoever is competent takes online, each as they offer it.</summary>
/// <param name="Holders">The competent administration of each competence; what is missing has none.</param>
public sealed record FormsOffered(IReadOnlyDictionary<string, Guid> Holders) : IQuery<IReadOnlyList<PublishedForm>>;

internal sealed class FormsOfferedHandler(TeleservicesDb db, FormShelf shelf, OfferShelf offers) : IRequestHandler<FormsOffered, IReadOnlyList<PublishedForm>>
{
    public async Task<IReadOnlyList<PublishedForm>> Handle(FormsOffered request, CancellationToken cancellationToken)
    {
        var offered = new List<PublishedForm>();
        foreach (var form in (await shelf.Newest(db, cancellationToken)).Values)
        {
            if (request.Holders.TryGetValue(form.Competence, out var holder)
                && await offers.Of(db, holder, form.Slug, cancellationToken) is { IsOn: true } offer)
            {
                offered.Add(PublishedForm.Of(await offers.Form(db, offer, form, cancellationToken)));
            }
        }

        return [.. offered.OrderBy(form => form.Title.Fr, StringComparer.InvariantCulture)];
    }
}
