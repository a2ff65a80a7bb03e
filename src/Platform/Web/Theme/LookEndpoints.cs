using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web.Theme;

internal static class LookEndpoints
{
    public static void MapLook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/theme.css", (HttpContext context, Current current) => File(context, Look.Of(current), look => look.Sheet, "text/css; charset=utf-8")).AllowAnonymous();
        endpoints.MapGet("/emblem.svg", (HttpContext context, Current current) => File(context, Look.Of(current), look => look.Emblem, "image/svg+xml")).AllowAnonymous();
    }

    private static IResult File(HttpContext context, Look look, Func<Look, string> content, string contentType)
    {
        var tag = $"\"{look.Version}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = context.Request.Query["v"] == look.Version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(content(look), contentType);
    }
}
