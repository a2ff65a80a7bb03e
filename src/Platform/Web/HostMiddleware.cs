using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>
/// The strategy of web requests: the host name says for whom we work, and nothing else does. A host that is not in the
/// table, or that another process serves, gets 400 and a page that helps.
/// </summary>
internal sealed class HostMiddleware(RequestDelegate next, PublicAddress addresses, ITenantStore tenants, IConfiguration configuration)
{
    private readonly Roles roles = configuration.Roles();

    public async Task InvokeAsync(HttpContext context, Current current)
    {
        var host = context.Request.Host.Host.TrimEnd('.').ToLowerInvariant();
        if (host == addresses.SignInHost && roles.HasFlag(Roles.Identity))
        {
            current.Enter(Door.SignIn, null);
        }
        else if (host == addresses.ConsoleHost && roles.HasFlag(Roles.Web))
        {
            current.Enter(Door.Console, null);
        }
        else if (roles.HasFlag(Roles.Web) && await tenants.ByHost(host, context.RequestAborted) is { } administration)
        {
            current.Enter(Door.Administration, administration);
        }
        else
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
