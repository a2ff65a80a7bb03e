using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Web.Layout;

namespace Teleservices.Platform.Web;

/// <summary>The cookies of pages: tied to one host and, over TLS, to TLS (OWASP ASVS 5.0, 3.3).</summary>
internal static class Cookies
{
    public static IServiceCollection AddCookies(this IServiceCollection services)
    {
        services.AddOptions<AntiforgeryOptions>().Configure<PublicAddress>((options, addresses) =>
        {
            Harden(options.Cookie, "formulaire", addresses);
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<PublicAddress>((options, addresses) => Harden(options.Cookie, PageFrame.NoticeCookie, addresses));
        return services;
    }

    /// <summary>The name that a cookie bears on a platform that is reached over TLS or not.</summary>
    public static string NameOf(string name, PublicAddress addresses) => addresses.Secure ? $"__Host-{name}" : name;

    private static void Harden(CookieBuilder cookie, string name, PublicAddress addresses)
    {
        cookie.Name = NameOf(name, addresses);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = addresses.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
