using Teleservices.Cases;
using Teleservices.Dispatch;
using Teleservices.Forms;
using Teleservices.Identity;
using Teleservices.Platform;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Security;
using Teleservices.Platform.Web;
using Teleservices.Server.Operations;
using Teleservices.Server.Residents.Home;
using Teleservices.Tenancy;

namespace Teleservices.Server;

/// <summary>Puts the one executable together; holds no rules.</summary>
public static class ServerApp
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--data"] = "Data:Directory",
        ["--seeds"] = "Seeds:Directory",
        ["--roles"] = "Roles",
    };

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["urls"] = "http://localhost:5080",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:OpenIddict"] = "Warning",
    };

    /// <summary>Builds the server from its command line and environment (<c>TELESERVICES__Section__Key</c>).</summary>
    /// <param name="args">Command line: <c>--data DIR</c>, <c>--seeds DIR</c>, <c>--urls URL</c>, or any <c>--Section:Key value</c>.</param>
    /// <param name="adjust">Lets a test put its own clock in place of the real one.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        builder.Configuration
            .AddInMemoryCollection(Defaults)
            .AddEnvironmentVariables("TELESERVICES__")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args, Switches);
        builder.Configuration.AddInMemoryCollection(SecretFiles.Read(builder.Configuration));
        builder.WebHost.UseUrls([.. builder.Configuration["urls"]!.Split(';'), .. builder.Configuration.OperationsUrls()]);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services
            .AddPlatform(builder.Configuration)
            .AddTenancy(builder.Configuration)
            .AddForms(builder.Configuration)
            .AddDispatch(builder.Configuration)
            .AddCases(builder.Configuration)
            .AddIdentity(builder.Configuration)
            .AddOperations(builder.Configuration);
        var roles = builder.Configuration.Roles();
        if (roles.HasFlag(Roles.Worker))
        {
            builder.Services.AddBackgroundWork(builder.Configuration).AddHostedService<Gauges>();
        }

        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddOptions<SeedOptions>().Bind(builder.Configuration.GetSection("Seeds"));
        builder.Services.AddScoped<Catalogue>();
        builder.Services.AddHostedService<Welcome>();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseOperations();
        app.UseWeb();
        app.MapWeb();
        app.MapIdentity();
        return app;
    }
}
