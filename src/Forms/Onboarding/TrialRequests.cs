using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Onboarding;

/// <summary>A request that tries the way of all others: filed by nobody, routed, opened as a case and acknowledged.</summary>
/// <param name="Number">As on its receipt.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="DeliveredAt">When the administration acknowledged it, or nothing.</param>
internal sealed record Trial(string Number, DateTimeOffset FiledAt, DateTimeOffset? DeliveredAt);

/// <summary>Looks at trial requests in the name of the account that nobody can sign in to.</summary>
internal sealed class TrialRequests(IServiceScopeFactory scopes)
{
    /// <summary>Stands in for a resident; no account has it.</summary>
    public static readonly Guid Nobody = new("7e57aaaa-0000-4000-8000-000000000000");

    /// <summary>The last one that was filed on an administration's portal.</summary>
    public async Task<Trial?> Last(AdministrationInfo administration, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(Nobody);
        var last = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().Requests.AsNoTracking()
            .Where(request => request.PortalId == administration.Id).OrderByDescending(request => request.FiledAt).FirstOrDefaultAsync(ct);
        return last is null ? null : new Trial(last.Number, last.FiledAt, last.State >= RequestState.Open ? last.StateSince : null);
    }
}
