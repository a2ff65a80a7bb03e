using System.Security.Claims;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Teleservices.Identity.Sessions;

/// <summary>What a signed-in person's principal says, on every host (OpenID Connect Core 5.1).</summary>
internal static class SessionClaims
{
    /// <summary>Session identifier (OpenID Connect Front-Channel Logout 3).</summary>
    public const string SessionId = "sid";

    public static IEnumerable<Claim> Of(SignedInPerson person) =>
    [
        new(Claims.Subject, person.AccountId.ToString()),
        new(SessionId, person.SessionId.ToString()),
        new(Claims.Name, $"{person.FirstName} {person.LastName}"),
        new(Claims.GivenName, person.FirstName),
        new(Claims.FamilyName, person.LastName),
        new(Claims.Email, person.Email),
    ];

    /// <summary>The account of a principal that <see cref="SessionCookie"/> made, or nothing.</summary>
    public static Guid? Account(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claims.Subject), out var id) ? id : null;

    /// <summary>The session of a principal that <see cref="SessionCookie"/> made, or nothing.</summary>
    public static Guid? Session(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionId), out var id) ? id : null;
}
