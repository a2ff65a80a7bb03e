using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.DiscardDraft;

/// <summary>Throws away drafts that nobody touched for three months, files included, each in the name of the resident whose it is.</summary>
internal sealed class ForgetDrafts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetDrafts> log) : RecurringWork(clock, log)
{
    private const int Batch = 200;

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override Task Work(CancellationToken ct) => Round(ct);

    /// <summary>Looks at every draft whose day has come.</summary>
    /// <returns>How many were thrown away.</returns>
    public async Task<int> Round(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var forgotten = 0;
        for (var looked = Batch; looked == Batch;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var due = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().DraftDeadlines.AsNoTracking()
                .Where(deadline => deadline.LookAt <= now).OrderBy(deadline => deadline.LookAt).Take(Batch).ToListAsync(ct);
            foreach (var deadline in due)
            {
                forgotten += await Look(deadline, now, ct) ? 1 : 0;
            }

            looked = due.Count;
        }

        return forgotten;
    }

    private async Task<bool> Look(DraftDeadline deadline, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(deadline.ResidentId);
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var expires = await db.Drafts.Where(draft => draft.Id == deadline.DraftId).Select(draft => (DateTimeOffset?)draft.ExpiresAt).SingleOrDefaultAsync(ct);
        if (expires > now)
        {
            await db.DraftDeadlines.Where(row => row.DraftId == deadline.DraftId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookAt, expires.Value), ct);
            return false;
        }

        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new DiscardDraft(deadline.DraftId), ct);
        await db.DraftDeadlines.Where(row => row.DraftId == deadline.DraftId).ExecuteDeleteAsync(ct);
        return expires is not null;
    }
}
