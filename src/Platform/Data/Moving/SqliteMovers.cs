using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Teleservices.Platform.Data.Moving;

/// <summary>Row by row from file to file.</summary>
internal sealed class SqliteMovers : Movers
{
    public override async Task Copy(MovedTable table, Guid administration, TeleservicesDb from, TeleservicesDb to, CancellationToken ct)
    {
        await using var read = Command(from, $"SELECT {table.Columns} FROM {table.Name} WHERE {table.Owner} = @a", administration);
        await using var rows = await read.ExecuteReaderAsync(ct);
        var places = Enumerable.Range(0, rows.FieldCount).Select(place => $"@p{place.ToString(CultureInfo.InvariantCulture)}").ToList();
        await using var write = Command(to, $"INSERT INTO {table.Name} ({table.Columns}) VALUES ({string.Join(", ", places)})");
        foreach (var place in places)
        {
            var parameter = write.CreateParameter();
            parameter.ParameterName = place;
            write.Parameters.Add(parameter);
        }

        while (await rows.ReadAsync(ct))
        {
            for (var place = 0; place < places.Count; place++)
            {
                write.Parameters[place].Value = rows.GetValue(place);
            }

            await write.ExecuteNonQueryAsync(ct);
        }
    }

    public override async Task<Fingerprint> Look(MovedTable table, Guid administration, TeleservicesDb db, CancellationToken ct)
    {
        await using var read = Command(db, $"SELECT {table.Columns} FROM {table.Name} WHERE {table.Owner} = @a", administration);
        await using var rows = await read.ExecuteReaderAsync(ct);
        var (count, sum) = (0L, 0UL);
        while (await rows.ReadAsync(ct))
        {
            using var row = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var place = 0; place < rows.FieldCount; place++)
            {
                var value = rows.GetValue(place);
                var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                row.AppendData(Encoding.ASCII.GetBytes($"{value.GetType().Name}:{bytes.Length.ToString(CultureInfo.InvariantCulture)};"));
                row.AppendData(bytes);
            }

            (count, sum) = (count + 1, unchecked(sum + BinaryPrimitives.ReadUInt64LittleEndian(row.GetHashAndReset())));
        }

        return new Fingerprint(count, sum.ToString(CultureInfo.InvariantCulture));
    }
}
