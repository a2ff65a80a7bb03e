using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Onboarding;

/// <summary>The cases of an administration that takes them along, or begins anew.</summary>
internal sealed class CasesPart(HomeDb db, IFileStore store, KnownNames names) : ITenantPart
{
    public int Order => 20;

    public async Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct)
    {
        await archive.Entities(db.Context, "cases/cases", db.Cases.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/contents", db.CaseContents.AsNoTracking().OrderBy(row => row.CaseId).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/events", db.CaseEvents.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/messages", db.CaseMessages.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/notes", db.InternalNotes.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/pieces-requests", db.PiecesRequests.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/pieces", db.CasePieces.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/agents", db.Agents.AsNoTracking().OrderBy(row => row.AccountId).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/teams", db.Teams.AsNoTracking().OrderBy(row => row.Code).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/forms", db.KnownForms.AsNoTracking().OrderBy(row => row.Slug).AsAsyncEnumerable(), ct);
        await archive.Entities(db.Context, "cases/form-teams", db.FormTeams.AsNoTracking().OrderBy(row => row.FormSlug).AsAsyncEnumerable(), ct);
        foreach (var piece in await db.CasePieces.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct))
        {
            await using var content = await store.Open(piece, ct);
            await archive.File($"files/{piece:N}", content, ct);
        }
    }

    /// <summary>The bytes of pieces are the resident's uploads: Forms knows which of them nobody else holds.</summary>
    public async Task Empty(AdministrationInfo administration, ICollection<Guid> files, CancellationToken ct)
    {
        await db.CasePieces.ExecuteDeleteAsync(ct);
        await db.PiecesRequests.ExecuteDeleteAsync(ct);
        await db.InternalNotes.ExecuteDeleteAsync(ct);
        await db.CaseMessages.ExecuteDeleteAsync(ct);
        await db.CaseEvents.ExecuteDeleteAsync(ct);
        await db.CaseContents.ExecuteDeleteAsync(ct);
        await db.Cases.ExecuteDeleteAsync(ct);
    }

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        await db.KnownForms.ExecuteDeleteAsync(ct);
        await db.Teams.ExecuteDeleteAsync(ct);
        await db.FormTeams.ExecuteDeleteAsync(ct);
        await db.Agents.ExecuteDeleteAsync(ct);
        names.Forget(administration.Id);
    }
}
