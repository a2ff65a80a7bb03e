using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Teleservices.Platform.Data.Moving;

/// <summary>A table whose rows go along with their administration; its names are ready for SQL.</summary>
/// <param name="Name">Table.</param>
/// <param name="Columns">All columns, with commas.</param>
/// <param name="Owner">The column that names the administration.</param>
internal sealed record MovedTable(string Name, string Columns, string Owner)
{
    /// <summary>All of them, read from the model: whatever another refers to comes before it.</summary>
    public static IReadOnlyList<MovedTable> Of(TeleservicesDb db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var left = db.Model.GetRelationalModel().Tables.Where(Moves).OrderBy(table => table.SchemaQualifiedName, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.First(table => !table.ForeignKeyConstraints.Any(key => key.PrincipalTable != table && left.Contains(key.PrincipalTable)));
            left.Remove(next);
            ordered.Add(next);
        }

        return
        [
            .. ordered.Select(table => new MovedTable(
                sql.DelimitIdentifier(table.Name, table.Schema),
                string.Join(", ", table.Columns.Select(column => sql.DelimitIdentifier(column.Name))),
                sql.DelimitIdentifier(table.FindColumn(nameof(IOwnedByAdministration.AdministrationId))?.Name
                    ?? throw new InvalidOperationException($"{table.Name} does not say whose its rows are, so they cannot move.")))),
        ];
    }

    private static bool Moves(ITable table) => table.EntityTypeMappings.Any(mapping => ModelParts.Moves(mapping.TypeBase.ClrType.Assembly));
}
