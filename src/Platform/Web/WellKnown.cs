using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>Addresses that machines and researchers look for.</summary>
internal static class WellKnown
{
    public static void MapWellKnown(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/security.txt", SecurityTxt).AllowAnonymous();
        routes.MapGet("/", () => TypedResults.Redirect("/console")).AtDoor(Door.Console).AllowAnonymous();
    }

    // RFC 9116. The date moves along, so that it never lapses on a platform that runs.
    private static IResult SecurityTxt(Current current, ITenantStore tenants, PublicAddress addresses, IOptions<HostingOptions> options, TimeProvider clock)
    {
        if ((options.Value.SecurityContact ?? current.Administration?.Contact.Email) is not { } contact)
        {
            return TypedResults.NotFound();
        }

        var uri = contact.Contains(':', StringComparison.Ordinal) ? contact : $"mailto:{contact}";
        var host = current.Administration is { } administration ? tenants.HostOf(administration)
            : current.Door == Door.Console ? addresses.ConsoleHost : addresses.SignInHost;
        return TypedResults.Text(
            $"Contact: {uri}\n" +
            $"Expires: {clock.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture)}\n" +
            "Preferred-Languages: fr, en\n" +
            $"Canonical: {addresses.Of(host, "/.well-known/security.txt")}\n",
            "text/plain");
    }
}
