using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Teleservices.Platform.Data;

/// <summary>How the one context reaches the store that the configuration names.</summary>
internal static class StoreConnection
{
    /// <summary>A statement that takes longer than this is given up: better an answer "later" than a thread that hangs.</summary>
    private const int Patience = 5;

    public static DbContextOptions<TeleservicesDb> Options(IServiceProvider provider, DataOptions data)
    {
        var options = new DbContextOptionsBuilder<TeleservicesDb>()
            .UseApplicationServiceProvider(provider)
            .ReplaceService<IModelCacheKeyFactory, ModelKey>()
            .ReplaceService<IMigrationsAssembly, StoreMigrations>();
        return data.Store switch
        {
            StoreKind.Sqlite => Sqlite(options, data),
            StoreKind.Postgres => Postgres(options, data),
        };
    }

    private static DbContextOptions<TeleservicesDb> Sqlite(DbContextOptionsBuilder<TeleservicesDb> options, DataOptions data)
    {
        Directory.CreateDirectory(Path.GetFullPath(data.Directory));
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = data.StorePath,
            DefaultTimeout = Patience,
            ForeignKeys = true,
        };
        return options.UseSqlite(connection.ConnectionString).AddInterceptors(StayOpen.Instance).Options;
    }

    private static DbContextOptions<TeleservicesDb> Postgres(DbContextOptionsBuilder<TeleservicesDb> options, DataOptions data)
    {
        var given = new NpgsqlConnectionStringBuilder((data.AsOwner ? data.OwnerConnection : null) ?? data.Connection ?? throw new InvalidOperationException(
            "Data:Store is postgres, but Data:Connection is missing: set TELESERVICES__Data__Connection to the connection string of the application role."));
        var connection = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            ApplicationName = given.ApplicationName ?? "teleservices",
            CommandTimeout = given.ShouldSerialize("Command Timeout") ? given.CommandTimeout : Patience,
            Timeout = given.ShouldSerialize("Timeout") ? given.Timeout : Patience,
            MaxAutoPrepare = given.ShouldSerialize("Max Auto Prepare") ? given.MaxAutoPrepare : 200,
            AutoPrepareMinUsages = 2,

            // A reset would throw the prepared statements away. Rights are local to their transaction (RowRights): a session keeps none.
            NoResetOnClose = true,
        };
        return options
            .UseNpgsql(connection.ConnectionString, npgsql => npgsql.MigrationsHistoryTable("migration", "platform"))
            .ReplaceService<IUpdateSqlGenerator, RowOrNothing>()
            .AddInterceptors(RowRightsInterceptor.Instance)
            .Options;
    }
}
