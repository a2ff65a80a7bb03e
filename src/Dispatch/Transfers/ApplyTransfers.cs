using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>
/// From the first instant of a transfer's day: tells the holder of each open request to let it go, a batch at a time, the row of the report and the order in
/// one commit. The row's key is (transfer, request): whoever is killed, or does it at the same moment as another process, tells each once.
/// </summary>
internal sealed class ApplyTransfers(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ApplyTransfers> log)
{
    /// <summary>A batch is one commit.</summary>
    internal const int Batch = 50;

    /// <summary>What was filed in the last minutes of the day before still goes to the former holder, and follows: so long after the end…</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromDays(2);

    /// <summary>…it is looked for, this often: it is a look at the whole ledger.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;

    /// <summary>One look at everything that is due.</summary>
    /// <returns>How many requests were told to go.</returns>
    public async Task<int> Round(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, late) = (now.LegalDay(), now - lookedAt > Seldom ? now - Stragglers : DateTimeOffset.MaxValue);
        lookedAt = late < now ? now : lookedAt;
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<TeleservicesDb>().CompetenceTransfers.AsNoTracking()
                .Where(one => one.On <= today && (one.State == TransferState.Scheduled || one.State == TransferState.Moving || (one.State == TransferState.Done && one.DoneAt > late)))
                .OrderBy(one => one.On).Select(one => one.Id).ToListAsync(ct);
        }

        var sent = 0;
        foreach (var id in due)
        {
            for (var some = Batch; some == Batch; sent += some)
            {
                some = await Step(id, ct);
            }
        }

        return sent;
    }

    private async Task<int> Step(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, services) = (scope.ServiceProvider.GetRequiredService<TeleservicesDb>(), scope.ServiceProvider);
        var transfer = await db.CompetenceTransfers.SingleAsync(one => one.Id == id, ct);
        var told = db.TransferredRequests;
        var open = Open(db, transfer).Where(entry => !told.Any(row => row.TransferId == id && row.RequestId == entry.RequestId));
        var entries = await open.Where(entry => entry.State == LedgerState.Delivered)
            .OrderBy(entry => entry.FiledAt).ThenBy(entry => entry.RequestId).Take(Batch).ToListAsync(ct);
        var register = services.GetRequiredService<Registers>().Current;
        var sent = 0;
        foreach (var entry in entries)
        {
            sent += await Send(services, db, transfer, register, entry, ct) ? 1 : 0;
        }

        var now = clock.GetUtcNow();
        if (transfer.State == TransferState.Scheduled)
        {
            transfer.Enter(TransferState.Moving, now);
        }
        else if (transfer.State == TransferState.Moving && entries.Count == 0 && !await open.AnyAsync(ct) && !await told.AnyAsync(row => row.TransferId == id && row.Outcome == TransferOutcome.Sent, ct))
        {
            transfer.Enter(TransferState.Done, now);
            await services.GetRequiredService<TransferLetters>().Finished(transfer, ct);
            log.LogInformation("The transfer of {Competence} of {Day} is done.", transfer.Competence, transfer.On);
        }

        await db.SaveChangesAsync(ct);
        return sent;
    }

    private async Task<bool> Send(IServiceProvider services, TeleservicesDb db, CompetenceTransfer transfer, CompetenceRegister register, LedgerEntry entry, CancellationToken ct)
    {
        var resolution = register.Resolve(transfer.Competence, entry.CommuneCog, clock.LegalToday());
        if (resolution.HolderId is not { } to || to == entry.HolderId || await services.GetRequiredService<ITenantStore>().ById(to, ct) is not { } next)
        {
            return false;
        }

        var from = entry.HolderId!.Value;
        db.Add(new TransferredRequest
        {
            TransferId = transfer.Id,
            RequestId = entry.RequestId,
            Number = entry.Number,
            FromId = from,
            ToId = to,
            SentAt = clock.GetUtcNow(),
        });
        services.GetRequiredService<Outbox>().Send(
            new TransferCase(entry.RequestId, transfer.Id, entry.Turn, to, next.Name, $"compétence transférée le {transfer.On.Spoken()} ({transfer.LegalAct})"), from);
        return true;
    }

    /// <summary>Requests of the communes that are with somebody who does not hold the competence there any more.</summary>
    private static IQueryable<LedgerEntry> Open(TeleservicesDb db, CompetenceTransfer transfer)
    {
        var communes = transfer.Communes.ToList();
        var open = db.WholeLedger.AsNoTracking().Where(entry => entry.Competence == transfer.Competence && communes.Contains(entry.CommuneCog)
            && (entry.State == LedgerState.Delivered || entry.State == LedgerState.Routed));
        if (transfer.ToId is { } to)
        {
            return open.Where(entry => entry.HolderId != to);
        }

        var (added, register) = (transfer.Added.ToList(), db.CompetenceAssignments);
        return open.Where(entry => !register.Any(row => added.Contains(row.Id) && row.HolderId == entry.HolderId));
    }
}
