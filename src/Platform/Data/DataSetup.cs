using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data;

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data"));
        services.AddSingleton(new ModelPart(typeof(DataSetup).Assembly));
        services.AddSingleton<ModelParts>();
        services.AddSingleton<WriterGate>();
        services.AddSingleton(WithModel);
        services.AddSingleton<DbContextOptions>(provider => provider.GetRequiredService<DbContextOptions<TeleservicesDb>>());
        services.AddSingleton(provider => new PooledDbContextFactory<TeleservicesDb>(provider.GetRequiredService<DbContextOptions<TeleservicesDb>>()));
        services.AddScoped(provider =>
            provider.GetRequiredService<PooledDbContextFactory<TeleservicesDb>>().CreateDbContext().Serve(provider.GetRequiredService<Current>()));
        services.AddSingleton<Databases>();
        services.AddScoped(provider => new HomeDb(
            provider.GetRequiredService<TeleservicesDb>(), provider.GetRequiredService<Current>(), provider.GetRequiredService<Databases>()));
        services.AddSingleton(provider => new AdministrationMover(
            provider.GetRequiredService<Databases>(), provider.GetRequiredService<IHomes>(), provider.GetRequiredService<TimeProvider>()));
        services.AddDataProtection().SetApplicationName("Teleservices").PersistKeysToDbContext<TeleservicesDb>();
        return services;
    }

    /// <summary>The model is made once and handed to every context: looking for it costs each of them more than most of their queries.</summary>
    private static DbContextOptions<TeleservicesDb> WithModel(IServiceProvider provider)
    {
        var options = StoreConnection.Options(provider, provider.GetRequiredService<IOptions<DataOptions>>().Value);
        using var db = new TeleservicesDb(options);
        return new DbContextOptionsBuilder<TeleservicesDb>(options).UseModel(db.Model).Options;
    }
}
