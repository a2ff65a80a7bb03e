using System.Collections.Frozen;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>An assignment as the resolution sees it.</summary>
/// <param name="Competence">Code of the competence.</param>
/// <param name="HolderId">The holder; nothing when each administration of a level holds it on its own territory.</param>
/// <param name="Kind">How the holder came to it.</param>
/// <param name="Communes">COG codes; nothing when it is the holder's own territory (or the whole country).</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which it no longer holds, or nothing.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Each">The level, where there is no holder.</param>
internal sealed record Assignment(
    string Competence,
    Guid? HolderId,
    AssignmentKind Kind,
    FrozenSet<string>? Communes,
    DateOnly Since,
    DateOnly? Until,
    string LegalAct,
    AdministrationKind Each = AdministrationKind.Commune)
{
    /// <summary>Whether it is in force on a day.</summary>
    public bool Holds(DateOnly on) => Since <= on && (Until is null || on < Until);
}
