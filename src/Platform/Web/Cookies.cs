using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Web.Layout;

namespace Teleservices.Platform.Web;

/// <summary>The cookies of pages: tied to one host and, over TLS, to TLS (OWASP ASVS 5.0, 3.3).</summary>
public static class Cookies
{
    internal static IServiceCollection AddCookies(this IServiceCollection services)
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
    internal static string NameOf(string name, PublicAddress addresses) => addresses.Secure ? $"__Host-{name}" : name;

    /// <summary>Makes a cookie one that stays on its host, away from scripts and, where there is TLS, from plain connections.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <param name="name">Its name without prefix.</param>
    /// <param name="addresses">Says whether there is TLS.</param>
    public static void Harden(CookieBuilder cookie, string name, PublicAddress addresses)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        ArgumentNullException.ThrowIfNull(addresses);
        cookie.Name = NameOf(name, addresses);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = addresses.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
