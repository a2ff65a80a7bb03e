using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Teleservices.Identity.Sessions;

/// <summary>
/// The cookie of a host holds one random key. Whom it stands for is read from the store at each request, so names are never stale and a session
/// that was ended is over at once. Every sign-in makes a new key: a cookie planted beforehand gains nothing.
/// </summary>
internal sealed class SessionCookie : CookieAuthenticationEvents
{
    private const string Key = "key";

    /// <summary>A principal for <c>SignInAsync</c>: names the session that is to be continued on this host.</summary>
    public static ClaimsPrincipal For(Guid account, Guid session) =>
        new(new ClaimsIdentity([new(Claims.Subject, account.ToString()), new(SessionClaims.SessionId, session.ToString())], "session"));

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<SessionRegister>();
        var session = Guid.Parse(context.Principal!.FindFirstValue(SessionClaims.SessionId)!);
        var account = Guid.Parse(context.Principal!.FindFirstValue(Claims.Subject)!);
        var key = await sessions.Admit(session, account, http.Request.Host.Host, http.RequestAborted);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(key is null ? [] : [new Claim(Key, key)], context.Scheme.Name));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<SessionRegister>();
        if (context.Principal?.FindFirstValue(Key) is not { } key
            || await sessions.Recognise(key, http.Request.Host.Host, http.RequestAborted) is not { } person)
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(SessionClaims.Of(person), context.Scheme.Name, Claims.Name, Claims.Role)));
    }
}
