using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Bus;

/// <summary>Tells of a request again, in the same words as when it was filed. Whoever knows it already changes nothing, and acknowledges it again.</summary>
internal sealed class Telling(TeleservicesDb db, Outbox outbox, Current current, ITenantStore tenants, TimeProvider clock)
{
    /// <summary>What is kept to tell it again; the content is kept once, in its own column.</summary>
    public static string Keep(RequestFiled filed) => JsonSerializer.Serialize(filed with { Content = new FiledContent([], []) });

    /// <summary>Tells it, with the portal as sender; the commit is the caller's.</summary>
    public async Task Again(Receipt receipt, CancellationToken ct)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(request => request.Id == receipt.RequestId, ct);
        current.ActFor(await tenants.ById(request.PortalId, ct) ?? throw new InvalidOperationException($"No administration {request.PortalId}."));
        outbox.Publish(JsonSerializer.Deserialize<RequestFiled>(request.Told)! with { Content = JsonSerializer.Deserialize<FiledContent>(request.Content)! });
        receipt.Tell(clock.GetUtcNow());
    }
}
