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
    public static void AllowFormAction(this HttpContext context, string origin)
    {
        if (context.Items.TryGetValue(FormActions, out var known) && known is List<string> origins)
        {
            origins.Add(origin);
        }
    }

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, PublicAddress addresses) => app.Use((context, next) =>
    {
        List<string> origins = [addresses.Origin(addresses.SignInHost)];
        context.Items[FormActions] = origins;
        context.Response.OnStarting(() =>
        {
            Write(context, origins);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context, List<string> origins)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
            $"form-action 'self' {string.Join(' ', origins.Distinct())}; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
