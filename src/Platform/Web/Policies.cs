namespace Teleservices.Platform.Web;

/// <summary>Who may enter; Identity says how it is checked. Whoever may not is told that there is nothing (404).</summary>
public static class Policies
{
    /// <summary>Signed in.</summary>
    public const string Residents = "Residents";

    /// <summary>Works for the administration of this host, right now.</summary>
    public const string Agents = "Agents";

    /// <summary>Runs the space of the administration of this host, right now.</summary>
    public const string Managers = "Managers";

    /// <summary>Runs the platform, and came in by the console.</summary>
    public const string ItStaff = "ItStaff";
}
