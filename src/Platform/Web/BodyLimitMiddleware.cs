using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Teleservices.Platform.Web;

/// <summary>Refuses what is announced too large before a byte of it is read, so that the page can say so.</summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next, IOptions<HostingOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isErrorPage && context.Request.ContentLength > options.Value.MaxRequestBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
