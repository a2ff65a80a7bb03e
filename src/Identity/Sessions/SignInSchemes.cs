namespace Teleservices.Identity.Sessions;

/// <summary>Names of the authentication schemes.</summary>
internal static class SignInSchemes
{
    /// <summary>Picks one of the others by the door of the request.</summary>
    public const string ByDoor = "ByDoor";

    /// <summary>The sign-in host's own cookie: single sign-on.</summary>
    public const string SignOn = "SignOn";

    /// <summary>The cookie of an administration's host or of the console.</summary>
    public const string Portal = "Portal";

    /// <summary>OpenID Connect, as a portal speaks it with the sign-in host.</summary>
    public const string OpenIdConnect = "OpenIdConnect";
}
