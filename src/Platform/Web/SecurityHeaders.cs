using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Teleservices.Platform.Web;

/// <summary>Headers that every answer bears (OWASP ASVS 5.0, V3.4).</summary>
public static class SecurityHeaders
{
    private static readonly object FormActions = new();

    /// <summary>
    /// Lets forms of this page end, after redirects, at another origin: Chromium holds the whole chain of redirects after a
    /// POST to <c>form-action</c>. Give only origins that were checked against the host table.
    /// </summary>
    /// <exception cref="ArgumentException">It is no absolute http(s) address.</exception>
    public static void AllowFormAction(this HttpContext context, string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"Not an absolute http(s) address: {origin}", nameof(origin));
        }

        if (context.Items.TryGetValue(FormActions, out var known) && known is List<string> origins)
        {
            origins.Add(uri.GetLeftPart(UriPartial.Authority));
        }
    }

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, PublicAddress addresses) => app.Use((context, next) =>
    {
        List<string> origins = [addresses.Origin(addresses.SignInHost)];
        context.Items[FormActions] = origins;
        context.Response.OnStarting(() =>
        {
            Write(context, origins, addresses.Secure);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context, List<string> origins, bool secure)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
                $"form-action 'self' {string.Join(' ', origins.Distinct())}; frame-ancestors 'none'; base-uri 'none'";
        }

        if (secure)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = context.User.Identity?.IsAuthenticated == true ? "no-store" : "private, no-cache";
        }
    }
}
