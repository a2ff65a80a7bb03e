namespace Teleservices.Dispatch.Routing;

/// <summary>One assignment that was looked at because it is made for the commune.</summary>
/// <param name="HolderId">Its holder; nothing when no administration of the platform is.</param>
/// <param name="Kind">How the holder came to it.</param>
/// <param name="EachCommune">Whether every commune holds it for itself.</param>
/// <param name="Communes">For how many communes it is made, on the day looked at.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which it no longer holds, or nothing.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Verdict">What became of it.</param>
internal sealed record TraceStep(
    Guid? HolderId, AssignmentKind Kind, bool EachCommune, int Communes, DateOnly Since, DateOnly? Until, string LegalAct, TraceVerdict Verdict);

/// <summary>Who is competent, and why.</summary>
/// <param name="Competence">What was asked for.</param>
/// <param name="Cog">The commune.</param>
/// <param name="On">The day.</param>
/// <param name="Finding">How the search ended.</param>
/// <param name="Trace">All assignments that are made for the commune, the winner first.</param>
/// <param name="Elsewhere">How many assignments of the competence are made for other communes only.</param>
internal sealed record Resolution(
    string Competence, string Cog, DateOnly On, RoutingFinding Finding, IReadOnlyList<TraceStep> Trace, int Elsewhere)
{
    public TraceStep? Winner => Finding == RoutingFinding.Found ? Trace[0] : null;

    public Guid? HolderId => Winner?.HolderId;
}
