using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web.Components;
using Teleservices.Platform.Web.Layout;
using Teleservices.Platform.Web.Theme;

namespace Teleservices.Platform.Web;

/// <summary>What every web process needs, in the order in which a request passes it.</summary>
public static class WebSetup
{
    /// <summary>Pages beside their features, doors, languages, limits. After the modules.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPublicAddress(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, DoorMatcher>());
        services.AddRateLimits(configuration).AddLanguages().AddProxies().AddCookies();
        services.AddAntiforgery();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HostingOptions>>(
            (kestrel, hosting) => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, hosting.Value.MaxRequestBytes));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new DateBinderProvider());
            mvc.Filters.Add<HandlersOnly>();
        });
        services.AddHttpContextAccessor();
        services.AddScoped<PageFrame>();
        var pages = services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.Add(new DoorConvention());
        });
        foreach (var part in services.Select(service => service.ImplementationInstance).OfType<ModelPart>().ToList())
        {
            pages.AddApplicationPart(part.Assembly);
        }

        return services;
    }

    /// <summary>The way of a web request up to its endpoint.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(app.Services.GetRequiredService<PublicAddress>());
        app.UseMiddleware<FailSafeMiddleware>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            StatusCodeSelector = Outage.StatusOf,
        });
        app.UseMiddleware<HostMiddleware>();
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseMiddleware<BodyLimitMiddleware>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ResidentMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    /// <summary>Endpoints that belong to no module.</summary>
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        // What was compressed and fingerprinted by the build is served as it is; only who changes style sheets wants them fresh.
        if (!routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            routes.ServiceProvider.GetRequiredService<IConfiguration>()["ReloadStaticAssetsAtRuntime"] ??= "false";
        }

        routes.MapStaticAssets().AllowAnonymous();
        routes.MapRazorPages().WithStaticAssets();
        routes.MapLook();
        routes.MapLanguageSwitch();
        routes.MapWellKnown();
    }
}
