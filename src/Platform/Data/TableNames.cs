using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Teleservices.Platform.Data;

/// <summary>SQLite has no schemas: there the table <c>case</c> of the schema <c>cases</c> is called <c>cases.case</c>.</summary>
internal static class TableNames
{
    public static void Apply(ModelBuilder model, DatabaseFacade database)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (database.IsSqlite() && entity.GetSchema() is { } schema && entity.GetTableName() is { } table)
            {
                entity.SetTableName($"{schema}.{table}");
                entity.SetSchema(null);
            }
        }
    }
}
