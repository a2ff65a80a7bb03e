using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Forms;

/// <summary>How many drafts of these forms are open for these communes; whose they are and what is in them stays their residents'.</summary>
/// <param name="Forms">Slugs.</param>
/// <param name="Communes">COG codes.</param>
public sealed record DraftsOpen(IReadOnlyCollection<string> Forms, IReadOnlyCollection<string> Communes) : IQuery<int>;

internal sealed class DraftsOpenHandler(TeleservicesDb db) : IRequestHandler<DraftsOpen, int>
{
    public Task<int> Handle(DraftsOpen request, CancellationToken cancellationToken)
    {
        var (forms, communes) = (request.Forms.ToList(), request.Communes.ToList());
        return db.DraftDeadlines.CountAsync(draft => forms.Contains(draft.FormSlug!) && communes.Contains(draft.CommuneCog!), cancellationToken);
    }
}
