using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data.Moving;

/// <summary>
/// Moves what an administration keeps of its work from one database into another. Each step is noted when it is done and harmless when taken
/// again, so whoever is killed anywhere goes on where he was. What is written meanwhile is refused (<see cref="Departure"/>), and messages wait.
/// </summary>
public sealed class AdministrationMover
{
    /// <summary>Processes look every second whether the register has changed; who has just read an old answer may still be reading rows.</summary>
    internal static readonly TimeSpan UntilAllHaveHeard = TimeSpan.FromSeconds(2);

    /// <summary>Messages that were written in the old place are carried away by the workers, in seconds.</summary>
    private static readonly TimeSpan UntilDelivered = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Databases databases;
    private readonly IHomes homes;
    private readonly TimeProvider clock;

    internal AdministrationMover(Databases databases, IHomes homes, TimeProvider clock) => (this.databases, this.homes, this.clock) = (databases, homes, clock);

    /// <summary>The names that the settings know.</summary>
    public IReadOnlyList<string> Names => [.. databases.Names.OfType<string>()];

    /// <summary>The move that this administration has begun and not ended, or nothing.</summary>
    public async Task<Relocation?> Underway(Guid administration, CancellationToken ct)
    {
        await using var common = databases.Open(null);
        return await Underway(common, administration, ct);
    }

    /// <summary>Begins a move, or finds the one that was begun.</summary>
    /// <param name="administration">Who moves.</param>
    /// <param name="to">Name of the new database; nothing: the common one.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Relocation>> Begin(AdministrationInfo administration, string? to, CancellationToken ct)
    {
        await using var common = databases.Open(null);
        if (await Underway(common, administration.Id, ct) is { } begun)
        {
            return string.Equals(begun.To, to, StringComparison.OrdinalIgnoreCase)
                ? begun
                : new Refusal("{0} est déjà en route vers « {1} » : terminez d’abord ce déplacement, avec la même commande.", administration.Name, begun.To ?? "common");
        }

        if (!databases.Has(to))
        {
            return new Refusal("Aucune base de données ne s’appelle « {0} » : nommez-la dans les réglages (Data:Databases).", to!);
        }

        if (string.Equals(administration.Home, to, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal("{0} est déjà dans cette base de données.", administration.Name);
        }

        await using var target = Open(to, administration);
        var (here, there) = (await common.SchemaState(ct), await target.SchemaState(ct));
        if (!here.Applied.SequenceEqual(there.Applied) || (await target.TablesThatDiffer(ct)).Count > 0)
        {
            return new Refusal("La base de données « {0} » n’a pas la forme de cette version : lancez d’abord « teleservices migrate apply ».", to ?? "common");
        }

        if ((await Look(target, administration.Id, ct)).Any(print => print.Rows > 0))
        {
            return new Refusal("La base de données « {0} » contient déjà des lignes de {1}, qui ne viennent pas d’un déplacement : rien n’a été fait.", to ?? "common", administration.Name);
        }

        var now = clock.GetUtcNow();
        var row = new Relocation { Id = Guid.CreateVersion7(now), AdministrationId = administration.Id, From = administration.Home, To = to, BegunAt = now, SteppedAt = now };
        common.Add(row);
        await common.SaveChangesAsync(ct);
        return row;
    }

    /// <summary>Takes the next step of a move that has begun.</summary>
    public async Task<Result<Relocation>> Advance(AdministrationInfo administration, CancellationToken ct)
    {
        await using var common = databases.Open(null);
        var row = await Underway(common, administration.Id, ct) ?? throw new InvalidOperationException("No move has begun.");
        switch (row.Step)
        {
            case RelocationStep.Begun:
                await Close(row, administration, ct);
                if (await Undelivered(row, ct) is { } refusal)
                {
                    return refusal;
                }

                break;
            case RelocationStep.Closed:
                row.Rows = await Copy(row, administration, ct);
                break;
            case RelocationStep.Copied:
                await Reopen(row, administration, ct);
                await homes.Settle(common, administration.Id, row.To, ct);
                break;
            default:
                homes.Settled();
                await Task.Delay(UntilAllHaveHeard, clock, ct);
                await Empty(row, administration, ct);
                break;
        }

        (row.Step, row.SteppedAt) = (row.Step + 1, clock.GetUtcNow());
        await common.SaveChangesAsync(ct);
        if (row.Step == RelocationStep.Switched)
        {
            homes.Settled();
        }

        return row;
    }

    private static Task<Relocation?> Underway(TeleservicesDb common, Guid administration, CancellationToken ct) =>
        common.Set<Relocation>().SingleOrDefaultAsync(row => row.AdministrationId == administration && row.Step != RelocationStep.Done, ct);

    private static async Task<List<Fingerprint>> Look(TeleservicesDb db, Guid administration, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await Reading(db, ct) : null;
        var prints = new List<Fingerprint>();
        foreach (var table in MovedTable.Of(db))
        {
            prints.Add(await Movers.For(db).Look(table, administration, db, ct));
        }

        return prints;
    }

    /// <summary>From this commit on nobody writes its rows here: who has begun to is waited for.</summary>
    private async Task Close(Relocation row, AdministrationInfo administration, CancellationToken ct)
    {
        await using var source = Open(row.From, administration);
        await using var transaction = await source.Database.BeginTransactionAsync(ct);
        if (!source.Database.IsSqlite())
        {
            source.Database.SetCommandTimeout(TimeSpan.FromMinutes(1));
            await source.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({HomeGuard.LockOf(administration.Id)})", ct);
        }

        if (!await source.Set<Departure>().AnyAsync(left => left.AdministrationId == administration.Id, ct))
        {
            source.Add(new Departure { AdministrationId = administration.Id, Since = clock.GetUtcNow() });
            await source.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>The common database stays anyway; one of its own may be taken away after the move, and must hold no message by then.</summary>
    private async Task<Refusal?> Undelivered(Relocation row, CancellationToken ct)
    {
        if (row.From is null)
        {
            return null;
        }

        await using var source = databases.Open(row.From);
        var begun = clock.GetTimestamp();
        while (await source.Set<OutboxMessage>().CountAsync(open => open.AdministrationId == row.AdministrationId && !open.Forged, ct) is var open and > 0)
        {
            if (clock.GetElapsedTime(begun) > UntilDelivered)
            {
                return new Refusal("{0} message(s) attendent encore dans la base de données « {1} » : un serveur doit y travailler, et les messages mis de côté doivent être renvoyés. Relancez ensuite la même commande.", open, row.From);
            }

            await Task.Delay(LookEvery, clock, ct);
        }

        return null;
    }

    /// <returns>How many rows came along.</returns>
    private async Task<long> Copy(Relocation row, AdministrationInfo administration, CancellationToken ct)
    {
        await using var source = Open(row.From, administration);
        await using var target = Open(row.To, administration);
        await using var reading = await Reading(source, ct);
        await using var writing = await target.Database.BeginTransactionAsync(ct);
        var (tables, movers) = (MovedTable.Of(target), Movers.For(target));

        // What an attempt before this one has left.
        foreach (var table in tables.Reverse())
        {
            await Movers.Delete(table, administration.Id, target, ct);
        }

        foreach (var table in tables)
        {
            await movers.Copy(table, administration.Id, source, target, ct);
        }

        var (left, arrived) = (await Look(source, administration.Id, ct), await Look(target, administration.Id, ct));
        if (!left.SequenceEqual(arrived))
        {
            throw new InvalidOperationException($"What arrived of {administration.Identifier} is not what left. Nothing was kept of it; the administration still lives where it was.");
        }

        await CopyConsumed(row, source, target, ct);
        await writing.CommitAsync(ct);
        return arrived.Sum(print => print.Rows);
    }

    /// <summary>Messages that were dealt with in the old place and whose rows are still open: they will come once more, to the new place.</summary>
    private async Task CopyConsumed(Relocation row, TeleservicesDb source, TeleservicesDb target, CancellationToken ct)
    {
        await using var common = databases.Open(null);
        await foreach (var one in common.Everywhere())
        {
            var open = await one.Set<OutboxMessage>().Where(message => message.AdministrationId == row.AdministrationId).Select(message => message.Id).ToListAsync(ct);
            var seen = await source.Set<InboxMessage>().AsNoTracking().Where(message => open.Contains(message.MessageId)).ToListAsync(ct);
            var known = await target.Set<InboxMessage>().AsNoTracking().Where(message => open.Contains(message.MessageId)).Select(message => message.MessageId).ToListAsync(ct);
            target.AddRange(seen.Where(message => !known.Contains(message.MessageId)));
        }

        await target.SaveChangesAsync(ct);
    }

    /// <summary>It may have lived in the new place before.</summary>
    private async Task Reopen(Relocation row, AdministrationInfo administration, CancellationToken ct)
    {
        await using var target = Open(row.To, administration);
        await target.Alone(() => target.Set<Departure>().Where(left => left.AdministrationId == administration.Id).ExecuteDeleteAsync(ct), ct);
    }

    private async Task Empty(Relocation row, AdministrationInfo administration, CancellationToken ct)
    {
        await using var source = Open(row.From, administration);
        await using var transaction = await source.Database.BeginTransactionAsync(ct);
        foreach (var table in MovedTable.Of(source).Reverse())
        {
            await Movers.Delete(table, administration.Id, source, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>PostgreSQL: what the work may see is said to the transaction. SQLite: a transaction would keep everybody else from writing.</summary>
    private static async Task<IDbContextTransaction?> Reading(TeleservicesDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return db.Database.IsSqlite() ? null : await db.Database.BeginTransactionAsync(ct);
    }

    private TeleservicesDb Open(string? name, AdministrationInfo administration)
    {
        var current = new Current();
        current.ActFor(administration);
        return databases.Open(name, current);
    }
}
