using System.Text;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Update.Internal;

#pragma warning disable EF1001 // The provider's own generator has no public base that knows PostgreSQL.

namespace Teleservices.Platform.Data;

/// <summary>
/// PostgreSQL: a change or a deletion that finds no row breaks its transaction off in the database, so that a commit needs no answer in between
/// and travels whole in one round trip, rights and all, instead of three (begin, changes, commit).
/// </summary>
internal sealed class RowOrNothing(UpdateSqlGeneratorDependencies dependencies) : NpgsqlUpdateSqlGenerator(dependencies)
{
    private const string End = ";\n";

    /// <summary>Whether the database broke a commit off because a row was not as it had been read.</summary>
    public static bool Missed(Exception? fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DivisionByZero };

    /// <inheritdoc/>
    public override ResultSetMapping AppendUpdateOperation(StringBuilder sql, IReadOnlyModificationCommand command, int position, out bool requiresTransaction)
    {
        var start = sql.Length;
        return Insist(sql, start, base.AppendUpdateOperation(sql, command, position, out requiresTransaction));
    }

    /// <inheritdoc/>
    public override ResultSetMapping AppendDeleteOperation(StringBuilder sql, IReadOnlyModificationCommand command, int position, out bool requiresTransaction)
    {
        var start = sql.Length;
        return Insist(sql, start, base.AppendDeleteOperation(sql, command, position, out requiresTransaction));
    }

    /// <summary>Divides by the number of rows: the one error that plain SQL can be made to raise without a function of one's own in every database.</summary>
    private static ResultSetMapping Insist(StringBuilder sql, int start, ResultSetMapping mapping)
    {
        var written = sql.ToString(start, sql.Length - start).TrimEnd();
        if (mapping != ResultSetMapping.NoResults || !written.EndsWith(';'))
        {
            throw new NotSupportedException("No column is made by the store when its row changes.");
        }

        sql.Length = start;
        sql.Append("WITH changed AS (").Append(written, 0, written.Length - 1).Append(" RETURNING 1) SELECT 1 / COUNT(*) FROM changed").Append(End);
        return ResultSetMapping.LastInResultSet;
    }
}
