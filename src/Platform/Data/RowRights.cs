using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Teleservices.Platform.Data;

/// <summary>What the present work may see, as PostgreSQL is told it: the same as the filters say, enforced once more under them.</summary>
/// <param name="Administration">Rows of this administration.</param>
/// <param name="Resident">Rows of this resident.</param>
/// <param name="Request">Rows of this one request.</param>
/// <param name="Whole">Rows of all: only for code that <see cref="SeesAllAdministrationsAttribute"/> marks, on its own tables.</param>
internal readonly record struct RowRights(Guid Administration, Guid Resident, Guid Request, bool Whole)
{
    /// <summary>Names of the settings; the policies read them.</summary>
    public const string AdministrationSetting = "teleservices.administration";
    public const string ResidentSetting = "teleservices.resident";
    public const string RequestSetting = "teleservices.request";
    public const string WholeSetting = "teleservices.whole";

    /// <summary>Comes with a query that reads a table as a whole; see <see cref="TeleservicesDb.WholeTable"/>.</summary>
    public const string WholeMark = "-- " + TeleservicesDb.WholeTable;

    /// <summary>True for the transaction only (SET LOCAL), so that a pooled connection hands nothing on.</summary>
    private const string Statement =
        $"SELECT set_config('{AdministrationSetting}', @ts_a, true), set_config('{ResidentSetting}', @ts_r, true), " +
        $"set_config('{RequestSetting}', @ts_q, true), set_config('{WholeSetting}', @ts_w, true);\n";

    public static bool IsPrefixed(DbCommand command) => command.CommandText.StartsWith(Statement, StringComparison.Ordinal);

    /// <summary>Puts the rights before the statement; both travel together and run in one transaction.</summary>
    public void Prefix(DbCommand command)
    {
        command.CommandText = Statement + command.CommandText;
        Add(command, "ts_a", Text(Administration));
        Add(command, "ts_r", Text(Resident));
        Add(command, "ts_q", Text(Request));
        Add(command, "ts_w", Whole ? "on" : "");
    }

    /// <summary>A statement of its own at the start of a transaction.</summary>
    public DbCommand CommandIn(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "";
        Prefix(command);
        return command;
    }

    private static string Text(Guid id) => id == Guid.Empty ? "" : id.ToString();

    private static void Add(DbCommand command, string name, string value) => command.Parameters.Add(new NpgsqlParameter<string>(name, value));
}

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
        if (eventData.Context is TeleservicesDb db && command.Transaction is null)
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
        if (RowRights.IsPrefixed(command))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (RowRights.IsPrefixed(command))
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
            await TellTransaction(result, db, db.RightsToWrite, cancellationToken);
        }

        return result;
    }

    private static async Task Tell(DbCommand command, TeleservicesDb db, CommandSource source, CancellationToken ct)
    {
        var rights = source == CommandSource.SaveChanges ? db.RightsToWrite : db.RightsFor(command.CommandText);
        if (command.Transaction is not { } transaction)
        {
            rights.Prefix(command);
        }
        else if (db.RightsTold != rights)
        {
            await TellTransaction(transaction, db, rights, ct);
        }
    }

    private static async Task TellTransaction(DbTransaction transaction, TeleservicesDb db, RowRights rights, CancellationToken ct)
    {
        await using var command = rights.CommandIn(transaction);
        await command.ExecuteNonQueryAsync(ct);
        db.RightsTold = rights;
    }
}
