using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Bus;

/// <summary>
/// The end-to-end guard: a request for which the competent administration has not said "we have it" is told of again, from the start, on a
/// ladder of its own. The outbox carries each step on its own ladder; this one finds what a lost row, a restored backup or a bug has left behind.
/// </summary>
internal sealed class Reconcile(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Reconcile> log) : RecurringWork(clock, log)
{
    private const int Batch = 200;

    protected override TimeSpan Every => TimeSpan.FromSeconds(15);

    protected override Task Work(CancellationToken ct) => Round(ct);

    /// <summary>Tells again of what is due.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Round(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var now = Clock.GetUtcNow();
        var due = await db.Receipts.AsNoTracking().Where(receipt => receipt.TellAt <= now).OrderBy(receipt => receipt.TellAt).Take(Batch).ToListAsync(ct);
        if (due.Count == 0)
        {
            return 0;
        }

        // Older work is still under way (a broker was down, a backlog drains): what waits behind it is not lost.
        var underWay = await db.OldestOpenMessage(ct);
        var told = 0;
        foreach (var receipt in due)
        {
            told += await Look(receipt.RequestId, receipt.ResidentId, underWay, ct) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> Look(Guid requestId, Guid residentId, DateTimeOffset? underWay, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(residentId);
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var receipt = await db.Receipts.SingleAsync(receipt => receipt.RequestId == requestId, ct);
        if (receipt.TellAt is null)
        {
            return false;
        }

        var wait = underWay <= receipt.FiledAt;
        if (wait)
        {
            receipt.Wait(Clock.GetUtcNow());
        }
        else
        {
            await scope.ServiceProvider.GetRequiredService<Telling>().Again(receipt, ct);
            log.LogWarning("Request {Number} is not acknowledged; it is told of again ({Times}).", receipt.Number, receipt.Told);
        }

        await db.SaveChangesAsync(ct);
        return !wait;
    }
}
