namespace Teleservices.Dispatch.Model;

/// <summary>Where a request stands on its way to the administration that answers.</summary>
internal enum LedgerState
{
    /// <summary>No administration was found competent: IT staff must put the register right and route it again.</summary>
    Triage,

    /// <summary>An administration was found; it has not yet said that it has the request.</summary>
    Routed,

    /// <summary>The administration has the case in its queue.</summary>
    Delivered,

    /// <summary>The administration has closed the case.</summary>
    Closed,
}
