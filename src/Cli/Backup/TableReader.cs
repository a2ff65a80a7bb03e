using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Teleservices.Cli.Backup;

/// <summary>Counts and digests the rows of every table, the same before a backup and after a restore.</summary>
internal static class TableReader
{
    /// <param name="connection">Open; in a transaction where others write meanwhile.</param>
    /// <param name="tables">Their names in the manifest, and a statement that reads each as one column of text or as all of its columns.</param>
    /// <param name="ct">Cancels.</param>
    [SuppressMessage("Security", "CA2100", Justification = "Names come from the store's own catalogue.")]
    public static async Task<IReadOnlyList<TableContent>> Read(this DbConnection connection, IEnumerable<(string Name, string Sql)> tables, CancellationToken ct)
    {
        var contents = new List<TableContent>();
        var row = new StringBuilder();
        var digest = new byte[SHA256.HashSizeInBytes];
        foreach (var (name, sql) in tables)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 0);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var (rows, sum) = (0L, new byte[SHA256.HashSizeInBytes]);
            while (await reader.ReadAsync(ct))
            {
                row.Clear();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    row.Append(Text(reader.GetValue(column))).Append('\u001f');
                }

                SHA256.HashData(Encoding.UTF8.GetBytes(row.ToString()), digest);
                for (var place = 0; place < sum.Length; place++)
                {
                    sum[place] ^= digest[place];
                }

                rows++;
            }

            contents.Add(new TableContent(name, rows, Convert.ToHexStringLower(sum)));
        }

        return contents;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "\u0000",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
