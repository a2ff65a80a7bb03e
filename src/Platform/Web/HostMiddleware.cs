using Microsoft.AspNetCore.Http;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>
/// The strategy of web requests: the host name says for whom we work, and nothing else does. A host that is not in the
/// table gets 400 and a page that helps.
/// </summary>
internal sealed class HostMiddleware(RequestDelegate next, PublicAddress addresses, ITenantStore tenants)
{
    // Probes come by IP address.
    private static readonly string[] OnEveryHost = ["/livez", "/readyz"];

    public async Task InvokeAsync(HttpContext context, Current current)
    {
        var host = context.Request.Host.Host.TrimEnd('.').ToLowerInvariant();
        if (host == addresses.SignInHost)
        {
            current.Enter(Door.SignIn, null);
        }
        else if (host == addresses.ConsoleHost)
        {
            current.Enter(Door.Console, null);
        }
        else if (await tenants.ByHost(host, context.RequestAborted) is { } administration)
        {
            current.Enter(Door.Administration, administration);
        }
        else if (!OnEveryHost.Contains(context.Request.Path.Value))
        {
            await PlainPage.UnknownHost.Write(context, StatusCodes.Status400BadRequest);
            return;
        }

        await next(context);
    }
}

/// <summary>Tells the current work who is signed in.</summary>
internal sealed class ResidentMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Current current)
    {
        if (context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirst("sub")?.Value, out var account))
        {
            current.SignedIn(account);
        }

        return next(context);
    }
}
