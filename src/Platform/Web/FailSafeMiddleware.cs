using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Teleservices.Platform.Web;

/// <summary>The last net: what even the error page could not show (store down, host table unreadable) becomes a page that needs nothing.</summary>
internal sealed class FailSafeMiddleware(RequestDelegate next, ILogger<FailSafeMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var reference = Reference.Of(context);
            logger.LogError(exception, "No error page could be shown, reference {Reference}", reference);
            context.Response.Clear();
            await PlainPage.Failure.Write(context, Outage.StatusOf(exception), reference);
        }
    }
}

/// <summary>What a person quotes when they call, and what the log is searched for.</summary>
internal static class Reference
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
