using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Residents.DiscardDraft;

/// <summary>Throws a draft away with its files. One that is gone already is fine.</summary>
[Unvalidated("the draft is looked up among the resident's own")]
internal sealed record DiscardDraft(Guid DraftId) : ICommand;

internal sealed class DiscardDraftHandler(TeleservicesDb db, Drafts drafts, IFileStore store) : ICommandHandler<DiscardDraft, Done>
{
    public async Task<Result<Done>> Handle(DiscardDraft command, CancellationToken ct)
    {
        if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.DraftId, ct) is not { } draft)
        {
            return Done.Yes;
        }

        var files = await drafts.Remove(draft, ct);
        await db.SaveChangesAsync(ct);
        await store.DeleteAll(files);
        return Done.Yes;
    }
}
