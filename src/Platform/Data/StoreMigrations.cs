using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Teleservices.Platform.Data;

/// <summary>
/// The migrations of the store in use: one model, two sets, told apart by their namespace (<c>Migrations.Sqlite</c>, <c>Migrations.Postgres</c>).
/// </summary>
internal sealed class StoreMigrations : IMigrationsAssembly
{
    private static readonly Assembly Home = typeof(StoreMigrations).Assembly;
    private readonly string space;

    public StoreMigrations(ICurrentDbContext current)
    {
        space = $"{typeof(StoreMigrations).Namespace}.Migrations.{(current.Context.Database.IsSqlite() ? "Sqlite" : "Postgres")}";
        var migrations = Home.DefinedTypes
            .Where(type => type.Namespace == space && type.IsSubclassOf(typeof(Migration)))
            .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);
        Migrations = new SortedList<string, TypeInfo>(migrations, StringComparer.Ordinal);
        var snapshot = Home.DefinedTypes.SingleOrDefault(type => type.Namespace == space && type.IsSubclassOf(typeof(ModelSnapshot)));
        ModelSnapshot = snapshot is null ? null : (ModelSnapshot)Activator.CreateInstance(snapshot)!;
    }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot { get; }

    public Assembly Assembly => Home;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith($"_{nameOrId}", StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
