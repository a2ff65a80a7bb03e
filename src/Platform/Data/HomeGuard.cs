using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Teleservices.Platform.Data;

/// <summary>
/// Lets a commit on rows of an administration pass only where the administration lives. On PostgreSQL writers share a lock which the move takes alone,
/// so that after its mark nobody is on the way any more; SQLite has one writer at a time.
/// </summary>
internal static class HomeGuard
{
    /// <summary>PostgreSQL: goes before the question; <c>@ts_h</c> is the administration's lock, <c>@ts_m</c> itself.</summary>
    private const string Question =
        "SELECT pg_advisory_xact_lock_shared(@ts_h);\nSELECT EXISTS (SELECT 1 FROM platform.departure WHERE \"AdministrationId\" = @ts_m);\n";

    /// <summary>
    /// PostgreSQL: the same before changes that travel in one piece (<see cref="RowOrNothing"/>), where nobody hears the answer in between: the database
    /// breaks them off, with an error that no other statement of ours can raise.
    /// </summary>
    internal const string Demand =
        "SELECT pg_advisory_xact_lock_shared(@ts_h);\nSELECT sqrt(CASE WHEN EXISTS (SELECT 1 FROM platform.departure WHERE \"AdministrationId\" = @ts_m) THEN -1 ELSE 1 END);\n";

    /// <summary>How many results <see cref="Demand"/> has.</summary>
    internal const int Results = 2;

    /// <summary>Puts <see cref="Demand"/> before changes.</summary>
    public static void Prefix(DbCommand command, TeleservicesDb db)
    {
        command.CommandText = Demand + command.CommandText;
        Add(command, db);
    }

    /// <summary>Whether the database broke changes off because the administration lives elsewhere.</summary>
    public static bool Refused(Exception? fault) => fault is PostgresException { SqlState: PostgresErrorCodes.InvalidArgumentForPowerFunction };

    /// <summary>PostgreSQL: the number of the administration's lock.</summary>
    public static long LockOf(Guid administration)
    {
        Span<byte> bytes = stackalloc byte[16];
        administration.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
    }

    /// <summary>Asks inside the open transaction.</summary>
    /// <exception cref="AdministrationMovesException">It lives elsewhere.</exception>
    public static async Task Pass(TeleservicesDb db, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        if (db.Database.IsSqlite())
        {
            command.CommandText = "SELECT EXISTS (SELECT 1 FROM \"platform.departure\" WHERE \"AdministrationId\" = @m)";
            Add(command, "@m", db.AdministrationId);
            Refuse(db, Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) != 0);
            return;
        }

        await Ask(command, db, skip: 1, ct);
    }

    /// <summary>PostgreSQL: says for whom the work is and asks, in one round trip at the start of a transaction.</summary>
    /// <exception cref="AdministrationMovesException">It lives elsewhere.</exception>
    public static async Task Begin(DbTransaction transaction, TeleservicesDb db, CancellationToken ct)
    {
        await using var command = db.RightsToWrite.CommandIn(transaction);
        await Ask(command, db, skip: 2, ct);
        db.RightsTold = db.RightsToWrite;
    }

    private static async Task Ask(DbCommand command, TeleservicesDb db, int skip, CancellationToken ct)
    {
        command.CommandText += Question;
        Add(command, db);
        await using var answer = await command.ExecuteReaderAsync(ct);
        for (; skip > 0; skip--)
        {
            await answer.NextResultAsync(ct);
        }

        await answer.ReadAsync(ct);
        Refuse(db, answer.GetBoolean(0));
    }

    private static void Add(DbCommand command, TeleservicesDb db)
    {
        Add(command, "ts_h", LockOf(db.AdministrationId));
        Add(command, "ts_m", db.AdministrationId);
    }

    private static void Refuse(TeleservicesDb db, bool departed)
    {
        if (departed)
        {
            throw new AdministrationMovesException(db.AdministrationId);
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
