using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Teleservices.Platform.Data;

/// <summary>Compares the store with the model of this build, for whoever checks a set-up.</summary>
public static class SchemaLook
{
    /// <summary>Tables that the store lacks, or in which it lacks a column; nothing when all is right.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Names come from the model, not from a person.")]
    public static async Task<IReadOnlyList<string>> TablesThatDiffer(this TeleservicesDb db, CancellationToken ct)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var tables = db.Model.GetRelationalModel().Tables;
        var differ = new List<string>();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            foreach (var table in tables)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                var columns = string.Join(", ", table.Columns.Select(column => $"t.{sql.DelimitIdentifier(column.Name)}"));
                command.CommandText = $"SELECT {columns} FROM {sql.DelimitIdentifier(table.Name, table.Schema)} AS t WHERE 1 = 0";
                try
                {
                    await using var reader = await command.ExecuteReaderAsync(ct);
                }
                catch (DbException)
                {
                    differ.Add(table.SchemaQualifiedName);
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return differ;
    }
}
