using Microsoft.AspNetCore.Http;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>
/// The strategy of web requests: the host name says for whom we work, and nothing else does. A host that is not in the
/// table gets 400 and a page that helps.
/// </summary>
internal sealed class HostMiddleware(RequestDelegate next, PublicAddress addresses, ITenantStore tenants)
{
    public async Task InvokeAsync(HttpContext context, Current current)
    {
        var host = context.Request.Host.Host.ToLowerInvariant();
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
        else
        {
            await UnknownHostPage.Write(context);
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
