using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.AddOptions<HostingOptions>().Bind(configuration.GetSection("Hosting"));
        services.AddSingleton<PublicAddress>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, DoorMatcher>());
        services.AddRateLimits(configuration).AddLanguages();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "formulaire";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        var pages = services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.Add(new DoorConvention());
        });
        services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, new DateBinderProvider()));
        services.Configure<CookieTempDataProviderOptions>(options => (options.Cookie.Name, options.Cookie.IsEssential) = (PageFrame.NoticeCookie, true));
        services.AddHttpContextAccessor();
        services.AddScoped<PageFrame>();
        foreach (var part in services.Select(service => service.ImplementationInstance).OfType<ModelPart>().ToList())
        {
            pages.AddApplicationPart(part.Assembly);
        }

        return services;
    }

    /// <summary>The way of a web request up to its endpoint.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders(app.Services.GetRequiredService<PublicAddress>());
        app.UseMiddleware<HostMiddleware>();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
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
        routes.MapStaticAssets().AllowAnonymous();
        routes.MapRazorPages().WithStaticAssets();
        routes.MapLook();
        routes.MapLanguageSwitch();
        routes.MapGet("/livez", () => TypedResults.Text("vivant", "text/plain")).AllowAnonymous();
        routes.MapGet("/.well-known/security.txt", (TimeProvider clock) => TypedResults.Text(
            "Contact: mailto:securite@teleservices.example\n" +
            $"Expires: {clock.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture)}\n" +
            "Preferred-Languages: fr, en\n", "text/plain")).AllowAnonymous();
    }
}
