using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Access;

/// <summary>Works for the administration of this host.</summary>
internal sealed record WorksHere : IAuthorizationRequirement;

/// <summary>Runs the space of the administration of this host.</summary>
internal sealed record RunsSpace : IAuthorizationRequirement;

/// <summary>Runs the platform, and came in by the console.</summary>
internal sealed record RunsPlatform : IAuthorizationRequirement;

/// <summary>Asks the store at each request: a role that was taken back is gone at the next click.</summary>
internal sealed class RoleCheck(TeleservicesDb db, Current current) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var allowed = requirement switch
            {
                WorksHere => current is { Door: Door.Administration, Administration: { } here } && await Has(
                    context, role => role.AdministrationId == here.Id && (role.Role == Role.Agent || role.Role == Role.Manager)),
                RunsSpace => current is { Door: Door.Administration, Administration: { } here } && await Has(
                    context, role => role.AdministrationId == here.Id && role.Role == Role.Manager),
                RunsPlatform => current.Door == Door.Console && await Has(context, role => role.AdministrationId == null && role.Role == Role.ItStaff),
                _ => false,
            };
            if (allowed)
            {
                context.Succeed(requirement);
            }
        }
    }

    private async Task<bool> Has(AuthorizationHandlerContext context, System.Linq.Expressions.Expression<Func<AccountRole, bool>> role) =>
        context.User.Account() is { } account && await db.AccountRoles.Where(one => one.AccountId == account).AnyAsync(role);
}

/// <summary>Whoever may not enter is told that there is nothing: not even that the door exists.</summary>
internal sealed class ClosedDoor : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
