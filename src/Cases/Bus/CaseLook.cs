using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Bus;

/// <summary>What is asked before every case that is opened, so it is put together once; one per host, whose model it belongs to.</summary>
internal sealed class CaseLook
{
    private readonly Func<TeleservicesDb, Guid, CancellationToken, Task<bool>> isThere =
        EF.CompileAsyncQuery((TeleservicesDb db, Guid requestId, CancellationToken ct) => db.Set<Case>().Any(row => row.RequestId == requestId));

    private readonly Func<TeleservicesDb, string, CancellationToken, Task<FormTeam?>> teamOf =
        EF.CompileAsyncQuery((TeleservicesDb db, string form, CancellationToken ct) =>
            db.Set<FormTeam>().AsNoTracking().SingleOrDefault(row => row.FormSlug == form && row.Team != null));

    /// <summary>The case of a request, with what was wished for it; most have none yet, and for those a short question is enough.</summary>
    public async Task<Case?> Of(HomeDb db, Guid requestId, CancellationToken ct) =>
        await isThere(db.Context, requestId, ct) ? await db.Cases.Include(row => row.Wishes).SingleAsync(row => row.RequestId == requestId, ct) : null;

    /// <summary>The service that the administration has chosen for a form, if it has.</summary>
    public Task<FormTeam?> TeamFor(HomeDb db, string form, CancellationToken ct) => teamOf(db.Context, form, ct);
}
