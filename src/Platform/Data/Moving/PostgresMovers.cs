using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Teleservices.Platform.Data.Moving;

/// <summary>From server to server as a stream. Row-level security takes no COPY into its tables, so it arrives beside them.</summary>
internal sealed class PostgresMovers : Movers
{
    public override async Task Copy(MovedTable table, Guid administration, TeleservicesDb from, TeleservicesDb to, CancellationToken ct)
    {
        await using (var make = Command(to, $"CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT {table.Columns} FROM {table.Name} WITH NO DATA"))
        {
            await make.ExecuteNonQueryAsync(ct);
        }

        var (source, target) = ((NpgsqlConnection)from.Database.GetDbConnection(), (NpgsqlConnection)to.Database.GetDbConnection());
        await using (var leaving = await source.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {table.Columns} FROM {table.Name} WHERE {table.Owner} = '{administration}') TO STDOUT (FORMAT BINARY)", ct))
        {
            await using var arriving = await target.BeginRawBinaryCopyAsync("COPY arriving FROM STDIN (FORMAT BINARY)", ct);
            await leaving.CopyToAsync(arriving, ct);
        }

        await using var settle = Command(to, $"INSERT INTO {table.Name} ({table.Columns}) SELECT {table.Columns} FROM arriving; DROP TABLE arriving");
        await settle.ExecuteNonQueryAsync(ct);
    }

    public override async Task<Fingerprint> Look(MovedTable table, Guid administration, TeleservicesDb db, CancellationToken ct)
    {
        await using var read = Command(
            db,
            $"SELECT count(*), COALESCE(sum(('x' || left(md5(ROW({table.Columns})::text), 15))::bit(60)::bigint::numeric), 0)::text FROM {table.Name} WHERE {table.Owner} = @a",
            administration);
        await using var row = await read.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Fingerprint(row.GetInt64(0), row.GetString(1));
    }
}
