using System.Security.Claims;

namespace Teleservices.Forms.Agents;

/// <summary>Under which name an agent changes something.</summary>
internal static class Signing
{
    public static string Signed(this ClaimsPrincipal agent) => agent.FindFirst("name")?.Value ?? agent.Identity?.Name ?? "";
}
