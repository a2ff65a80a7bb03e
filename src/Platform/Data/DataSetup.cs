using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data;

/// <summary>Where the platform keeps what it must not lose; section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of the database, the uploads and, in the embedded set-up, the mails. Made when it is missing.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>File of the embedded store.</summary>
    public string StorePath => PathOf("teleservices.db");

    /// <summary>A path below the data folder.</summary>
    public string PathOf(string name) => Path.Combine(Path.GetFullPath(Directory), name);
}

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data"));
        services.AddSingleton(new ModelPart(typeof(DataSetup).Assembly));
        services.AddSingleton<ModelParts>();
        services.AddSingleton<WriterGate>();
        services.AddSingleton(OptionsOf);
        services.AddSingleton<DbContextOptions>(provider => provider.GetRequiredService<DbContextOptions<TeleservicesDb>>());
        services.AddScoped(provider => new TeleservicesDb(
            provider.GetRequiredService<DbContextOptions<TeleservicesDb>>(),
            provider.GetRequiredService<ModelParts>(),
            provider.GetRequiredService<Current>(),
            provider.GetRequiredService<WriterGate>(),
            provider.GetRequiredService<OutboxSignal>()));
        services.AddDataProtection().SetApplicationName("Teleservices").PersistKeysToDbContext<TeleservicesDb>();
        return services;
    }

    private static DbContextOptions<TeleservicesDb> OptionsOf(IServiceProvider provider)
    {
        var data = provider.GetRequiredService<IOptions<DataOptions>>().Value;
        System.IO.Directory.CreateDirectory(Path.GetFullPath(data.Directory));
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = data.StorePath,
            DefaultTimeout = 5,
            ForeignKeys = true,
        };
        return new DbContextOptionsBuilder<TeleservicesDb>()
            .UseApplicationServiceProvider(provider)
            .UseSqlite(connection.ConnectionString)
            .ReplaceService<IModelCacheKeyFactory, ModelKey>()
            .Options;
    }
}
