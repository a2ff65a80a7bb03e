using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Teleservices.Cases;
using Teleservices.Dispatch;
using Teleservices.Forms;
using Teleservices.Identity;
using Teleservices.Platform;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Security;
using Teleservices.Tenancy;

namespace Teleservices.Cli;

/// <summary>There is no store where one was looked for.</summary>
internal sealed class NoStoreException(string message) : Exception(message);

/// <summary>The same modules as the server's, without web and without background work.</summary>
internal static class Composition
{
    /// <summary>Where the data lie: <c>--data</c>, then the environment, then the server's default.</summary>
    public static DataOptions DataOf(string? directory) => Configuration(directory).GetSection("Data").Get<DataOptions>() ?? new DataOptions();

    /// <summary>All services, for work on the store at this place.</summary>
    /// <param name="directory">The folder of <c>--data</c>.</param>
    /// <param name="asOwner">Whether to come in as the owner of the schema, where the store tells owner and application apart.</param>
    public static ServiceProvider Services(string? directory, bool asOwner = false)
    {
        var configuration = Configuration(directory);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services
            .AddPlatform(configuration)
            .AddTenancy(configuration)
            .AddForms(configuration)
            .AddDispatch(configuration)
            .AddCases(configuration)
            .AddIdentity(configuration)
            .AddLocalization();
        if (asOwner)
        {
            services.PostConfigure<DataOptions>(data => data.AsOwner = true);
        }

        // Not validated as a whole: what modules have for their pages wants a web server.
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Work on a store that must be there already; looking never makes one.</summary>
    /// <exception cref="NoStoreException">There is no store at this place.</exception>
    public static async Task<T> OnStore<T>(string? directory, IStringLocalizer<Texts> texts, Func<IServiceProvider, TeleservicesDb, Task<T>> work)
    {
        var data = DataOf(directory);
        if (data.Store == StoreKind.Sqlite && !File.Exists(data.StorePath))
        {
            throw new NoStoreException(texts["Aucune donnée dans {0} : lancez d’abord « teleservices seed » ou démarrez le serveur, ou indiquez le dossier avec --data.", data.PathOf("")]);
        }

        await using var services = Services(directory);
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TeleservicesDb>());
    }

    /// <summary>The words in the language of the terminal.</summary>
    public static IStringLocalizer<Texts> Texts() => new StringLocalizer<Texts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>Whether the store, and not we, is at fault.</summary>
    public static bool IsStoreFault(Exception fault) => fault is DbException or FilesAwayException || fault.GetBaseException() is DbException or UnauthorizedAccessException;

    private static IConfigurationRoot Configuration(string? directory)
    {
        var given = directory is null ? [] : new Dictionary<string, string?> { ["Data:Directory"] = directory };
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("TELESERVICES__").AddInMemoryCollection(given);
        return settings.AddInMemoryCollection(SecretFiles.Read(settings.Build())).Build();
    }
}
