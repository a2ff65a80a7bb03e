using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Platform.Web;

/// <summary>French first, English second: by cookie, then by the browser's wish.</summary>
public static class Language
{
    private const string Cookie = "langue";
    private static readonly string[] Cultures = ["fr-FR", "en-GB"];

    internal static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            options.FallBackToParentCultures = options.FallBackToParentUICultures = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Cookie, Options = options },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });
    }

    /// <summary>Where the present page is shown in another language.</summary>
    public static string Link(string culture, string path) => $"/langue?culture={culture}&retour={Uri.EscapeDataString(path)}";

    /// <summary>The link «English» in the header: sets the cookie and comes back; works without JavaScript.</summary>
    internal static void MapLanguageSwitch(this IEndpointRouteBuilder routes) => routes.MapGet("/langue", (HttpContext context, string? culture, string? retour) =>
    {
        var wanted = culture?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Cultures[1] : Cultures[0];
        context.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(wanted)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return TypedResults.Redirect(LocalPath.Of(retour));
    }).AllowAnonymous();
}
