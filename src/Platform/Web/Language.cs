using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Platform.Web;

/// <summary>French first, English second: by cookie, then by the browser's wish, whatever the country. Dates are European in both.</summary>
public static class Language
{
    private const string Cookie = "langue";
    private const string French = "fr-FR";
    private const string English = "en-GB";

    internal static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            // The runtime's own, read-only instances: others are copied for each request, and a copy asks ICU for its formats anew.
            CultureInfo[] cultures = [CultureInfo.GetCultureInfo(French), CultureInfo.GetCultureInfo(English)];
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
            options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(new(Wanted(context.Request))))];
        });
    }

    /// <summary>Where the present page is shown in another language.</summary>
    public static string Link(string culture, string path) => $"/langue?culture={culture}&retour={Uri.EscapeDataString(path)}";

    /// <summary>The link «English» in the header: sets the cookie and comes back; works without JavaScript.</summary>
    internal static void MapLanguageSwitch(this IEndpointRouteBuilder routes) => routes.MapGet("/langue", (HttpContext context, PublicAddress addresses, string? culture, string? retour) =>
    {
        context.Response.Cookies.Append(Cookie, culture == "en" ? "en" : "fr", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = addresses.Secure,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return TypedResults.Redirect(LocalPath.Of(retour));
    }).AllowAnonymous();

    private static string Wanted(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "en" => English,
        "fr" => French,
        _ => request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.Value?.Split('-')[0].ToLower(CultureInfo.InvariantCulture))
            .FirstOrDefault(language => language is "fr" or "en") == "en" ? English : French,
    };
}
