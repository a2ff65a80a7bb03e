using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Teleservices.Platform.Data;

/// <summary>
/// Row-level security of PostgreSQL, read from the model like the filters above it: each owned table has one policy, and its owner obeys
/// it too (FORCE). Who says nothing of themselves sees no row.
/// </summary>
internal static class RowSecurity
{
    /// <summary>Puts the policies and the application role's grants in place; the same again changes nothing.</summary>
    /// <param name="db">A context that came in as the owner.</param>
    /// <param name="applicationRole">The role under which servers come in; nothing: no grants.</param>
    /// <param name="ct">Gives up.</param>
    [SuppressMessage("Security", "EF1002", Justification = "Names come from the model and the configuration, not from a person.")]
    public static async Task Apply(TeleservicesDb db, string? applicationRole, CancellationToken ct)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var model = db.GetService<IDesignTimeModel>().Model;
        var tables = model.GetRelationalModel().Tables.ToList();
        IEnumerable<string> statements =
        [
            .. from table in tables
               let condition = Condition(table, sql)
               where condition is not null
               from statement in Secure(sql.DelimitIdentifier(table.Name, table.Schema), condition)
               select statement,
            .. applicationRole is null ? [] : Grants(tables.Select(table => table.Schema).OfType<string>().Distinct(), sql.DelimitIdentifier(applicationRole), sql),
        ];
        await db.Database.ExecuteSqlRawAsync(string.Join('\n', statements), ct);
    }

    private static IEnumerable<string> Secure(string table, string condition) =>
    [
        $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;",
        $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;",
        $"DROP POLICY IF EXISTS owner_only ON {table};",
        $"CREATE POLICY owner_only ON {table} USING ({condition}) WITH CHECK ({condition});",
    ];

    private static IEnumerable<string> Grants(IEnumerable<string> schemas, string role, ISqlGenerationHelper sql) =>
    [
        .. from schema in schemas.Select(sql.DelimitIdentifier)
           from grant in new[] { $"USAGE ON SCHEMA {schema}", $"SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema}", $"USAGE ON ALL SEQUENCES IN SCHEMA {schema}" }
           select $"GRANT {grant} TO {role};",
        $"REVOKE INSERT, UPDATE, DELETE ON platform.migration FROM {role};",
    ];

    /// <summary>What makes a row of this table visible, or nothing for a table of rows for everybody.</summary>
    private static string? Condition(ITable table, ISqlGenerationHelper sql)
    {
        var entity = table.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>().First(one => one.FindOwnership() is null || !SharesTable(one));
        if (entity.FindOwnership() is { } ownership)
        {
            return ThroughOwner(table, entity, ownership, sql);
        }

        var conditions = new List<string>();
        if (typeof(IOwnedByAdministration).IsAssignableFrom(entity.ClrType))
        {
            conditions.Add(Is(nameof(IOwnedByAdministration.AdministrationId), RowRights.AdministrationSetting));
        }

        if (typeof(IOwnedByResident).IsAssignableFrom(entity.ClrType))
        {
            var mine = Is(nameof(IOwnedByResident.ResidentId), RowRights.ResidentSetting);
            conditions.Add(entity.FindAnnotation(OwnershipMapping.RequestKey)?.Value is string property
                ? $"({mine} OR {Is(property, RowRights.RequestSetting)})"
                : mine);
        }

        if (conditions.Count == 0)
        {
            return null;
        }

        var whole = ModelParts.SeesAll(entity.ClrType.Assembly) ? $"(SELECT current_setting('{RowRights.WholeSetting}', true)) = 'on' OR " : "";
        return whole + string.Join(" AND ", conditions);

        string Is(string property, string setting) =>
            $"{sql.DelimitIdentifier(entity.FindProperty(property)!.GetColumnName())} = (SELECT NULLIF(current_setting('{setting}', true), '')::uuid)";
    }

    /// <summary>A part is visible with what it is a part of.</summary>
    private static string? ThroughOwner(ITable table, IEntityType part, IForeignKey ownership, ISqlGenerationHelper sql)
    {
        var owner = ownership.PrincipalEntityType;
        if (owner.IsShared())
        {
            return null;
        }

        var keys = ownership.Properties.Zip(ownership.PrincipalKey.Properties, (mine, theirs) =>
            $"whole.{sql.DelimitIdentifier(theirs.GetColumnName())} = {sql.DelimitIdentifier(table.Name)}.{sql.DelimitIdentifier(mine.GetColumnName())}");
        return $"EXISTS (SELECT 1 FROM {sql.DelimitIdentifier(owner.GetTableName()!, owner.GetSchema())} AS whole WHERE {string.Join(" AND ", keys)})";
    }

    private static bool SharesTable(IEntityType part) =>
        part.GetTableName() == part.FindOwnership()!.PrincipalEntityType.GetTableName() && part.GetSchema() == part.FindOwnership()!.PrincipalEntityType.GetSchema();
}
