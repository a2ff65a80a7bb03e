using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>The door at which an endpoint is; at every other door it does not exist.</summary>
/// <param name="Door">The door.</param>
public sealed record DoorMetadata(Door Door);

/// <summary>Puts endpoints that are not pages at a door.</summary>
public static class DoorExtensions
{
    /// <summary>The endpoint exists at this door only.</summary>
    public static T AtDoor<T>(this T builder, Door door)
        where T : IEndpointConventionBuilder => builder.WithMetadata(new DoorMetadata(door));
}

/// <summary>
/// The first folder of a page says for whom it is: <c>Residents/</c> at the root of an administration's host, <c>Agents/</c> under
/// <c>/agents</c> there, <c>Console/</c> under <c>/console</c> on the console host, <c>SignIn/</c> on the sign-in host. A page says only
/// its own path: <c>@page "/vos-demandes"</c>.
/// </summary>
internal sealed class DoorConvention : IPageRouteModelConvention
{
    private static readonly Dictionary<string, (string Prefix, Door Door, string Policy)> Folders = new()
    {
        ["Residents"] = ("", Door.Administration, Policies.Residents),
        ["Agents"] = ("agents", Door.Administration, Policies.Agents),
        ["Console"] = ("console", Door.Console, Policies.ItStaff),
        ["SignIn"] = ("", Door.SignIn, Policies.Residents),
    };

    public void Apply(PageRouteModel model)
    {
        var first = model.ViewEnginePath.TrimStart('/').Split('/')[0];
        if (!Folders.TryGetValue(first, out var folder))
        {
            return;
        }

        foreach (var selector in model.Selectors)
        {
            var path = selector.AttributeRouteModel!.Template!.TrimStart('/');
            selector.AttributeRouteModel.Template = folder.Prefix.Length == 0 ? path : $"{folder.Prefix}/{path}".TrimEnd('/');
            selector.EndpointMetadata.Add(new DoorMetadata(folder.Door));
            selector.EndpointMetadata.Add(new AuthorizeAttribute(folder.Policy));
        }
    }
}

/// <summary>Endpoints of another door are no candidates: the same path may exist at two doors.</summary>
internal sealed class DoorMatcher : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -10;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<DoorMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var here = httpContext.RequestServices.GetRequiredService<Current>().Door;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<DoorMetadata>() is { } there && there.Door != here)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
