using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Teleservices.Platform.Data.Moving;

/// <summary>What the rows of an administration in one table come to.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Sum">The sum of their digests, whatever their order.</param>
internal readonly record struct Fingerprint(long Rows, string Sum);

/// <summary>Moves rows past the model, as the store keeps them: nothing is turned into objects and back.</summary>
internal abstract class Movers
{
    public static Movers For(TeleservicesDb db) => db.Database.IsSqlite() ? new SqliteMovers() : new PostgresMovers();

    /// <summary>Copies the rows of an administration; both contexts have a transaction open.</summary>
    public abstract Task Copy(MovedTable table, Guid administration, TeleservicesDb from, TeleservicesDb to, CancellationToken ct);

    public abstract Task<Fingerprint> Look(MovedTable table, Guid administration, TeleservicesDb db, CancellationToken ct);

    public static async Task<long> Delete(MovedTable table, Guid administration, TeleservicesDb db, CancellationToken ct)
    {
        await using var command = Command(db, $"DELETE FROM {table.Name} WHERE {table.Owner} = @a", administration);
        return await command.ExecuteNonQueryAsync(ct);
    }

    protected static DbCommand Command(TeleservicesDb db, string sql, Guid? administration = null)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        if (administration is { } id)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@a", id);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
