using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Bus;

/// <summary>Finds a request that there is news of. Asked for every line of every timeline, so it is put together once; one per host, whose model it belongs to.</summary>
internal sealed class TimelineLook
{
    private readonly Func<TeleservicesDb, Guid, Guid, CancellationToken, Task<ToldRequest?>> query =
        EF.CompileAsyncQuery((TeleservicesDb db, Guid requestId, Guid eventId, CancellationToken ct) => db.Set<Request>()
            .Where(request => request.Id == requestId)
            .Select(request => new ToldRequest(request, db.Set<RequestEvent>().Any(line => line.Id == eventId)))
            .SingleOrDefault());

    /// <exception cref="InvalidOperationException">There is no such request.</exception>
    public async Task<ToldRequest> At(TeleservicesDb db, Guid requestId, Guid eventId, CancellationToken ct) =>
        await query(db, requestId, eventId, ct) ?? throw new InvalidOperationException($"No request {requestId}.");
}

/// <summary>A request, and whether its timeline has this line already.</summary>
internal sealed record ToldRequest(Request Request, bool IsTold);
