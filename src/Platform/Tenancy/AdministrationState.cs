namespace Teleservices.Platform.Tenancy;

/// <summary>How far an administration is with the platform.</summary>
public enum AdministrationState
{
    /// <summary>It tries things out; residents are told so.</summary>
    Sandbox,

    /// <summary>Residents file for real.</summary>
    Live,

    /// <summary>Its pages are closed for a time; its data stay, and what the bus brings is kept.</summary>
    Suspended,

    /// <summary>It takes its data along; nothing new is accepted.</summary>
    Leaving,
}
