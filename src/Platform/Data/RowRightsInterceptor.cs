using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Teleservices.Platform.Data;

/// <summary>
/// Tells PostgreSQL with every statement for whom the work is done. A read outside a transaction takes the settings along in the same
/// round trip; a transaction is told at its start, and again if the work turns to somebody else.
/// </summary>
internal sealed class RowRightsInterceptor : DbCommandInterceptor, IDbTransactionInterceptor
{
    public static readonly RowRightsInterceptor Instance = new();

    private RowRightsInterceptor()
    {
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TeleservicesDb db)
        {
            await Tell(command, db, eventData.CommandSource, cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (eventData.Context is TeleservicesDb db && command.Transaction is null && !RowRights.AreNeedless(command))
        {
            db.RightsFor(command.CommandText).Prefix(command);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TeleservicesDb db && eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)
        {
            await Tell(command, (TeleservicesDb)eventData.Context, eventData.CommandSource, cancellationToken);
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        for (var before = RowRights.ResultsBefore(command); before > 0; before--)
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        for (var before = RowRights.ResultsBefore(command); before > 0; before--)
        {
            result.NextResult();
        }

        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TeleservicesDb db)
        {
            await (db.AsksHome ? HomeGuard.Begin(result, db, cancellationToken) : TellTransaction(result, db, db.RightsToWrite, cancellationToken));
        }

        return result;
    }

    private static async Task Tell(DbCommand command, TeleservicesDb db, CommandSource source, CancellationToken ct)
    {
        WithoutZeros(command);
        if (RowRights.AreNeedless(command))
        {
            return;
        }

        var rights = source == CommandSource.SaveChanges ? db.RightsToWrite : db.RightsFor(command.CommandText);
        if (command.Transaction is not { } transaction)
        {
            if (source == CommandSource.SaveChanges && db.AsksHome)
            {
                HomeGuard.Prefix(command, db);
            }

            rights.Prefix(command);
        }
        else if (db.RightsTold != rights)
        {
            await TellTransaction(transaction, db, rights, ct);
        }
    }

    /// <summary>No text of PostgreSQL holds a zero character; nobody types one, and whoever sends one means no good.</summary>
    private static void WithoutZeros(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                parameter.Value = text.Replace("\0", "", StringComparison.Ordinal);
            }
        }
    }

    private static async Task TellTransaction(DbTransaction transaction, TeleservicesDb db, RowRights rights, CancellationToken ct)
    {
        await using var command = rights.CommandIn(transaction);
        await command.ExecuteNonQueryAsync(ct);
        db.RightsTold = rights;
    }
}
