using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>One assignment that was looked at because it is made for the commune.</summary>
/// <param name="HolderId">Its holder; nothing when no administration of the platform is.</param>
/// <param name="Kind">How the holder came to it.</param>
/// <param name="EachCommune">Whether each administration of a level holds it for itself.</param>
/// <param name="Communes">For how many communes it is made, on the day looked at.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which it no longer holds, or nothing.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Level">That level; older decisions say nothing of it, and it was the commune.</param>
internal sealed record TraceStep(
    Guid? HolderId,
    AssignmentKind Kind,
    bool EachCommune,
    int Communes,
    DateOnly Since,
    DateOnly? Until,
    string LegalAct,
    TraceVerdict Verdict,
    AdministrationKind Level = AdministrationKind.Commune);

/// <summary>Who is competent; and why, for those who ask: the trace is worked out then, from the same register.</summary>
/// <param name="competence">What was asked for.</param>
/// <param name="cog">The commune.</param>
/// <param name="on">The day.</param>
/// <param name="finding">How the search ended.</param>
internal sealed class Resolution(string competence, string cog, DateOnly on, RoutingFinding finding)
{
    private IReadOnlyList<TraceStep>? trace;

    public string Competence { get; } = competence;

    public string Cog { get; } = cog;

    public DateOnly On { get; } = on;

    public RoutingFinding Finding { get; } = finding;

    /// <summary>The competent administration, or nothing.</summary>
    public Guid? HolderId { get; init; }

    /// <summary>The act that makes it competent, or nothing.</summary>
    public string? LegalAct { get; init; }

    /// <summary>Nobody was found because the law names an administration that is not on the platform.</summary>
    public bool Absent { get; init; }

    /// <summary>The register that answered, where it has something to say of the commune.</summary>
    public CompetenceRegister? Register { get; init; }

    /// <summary>All assignments that are made for the commune, the winner first.</summary>
    public IReadOnlyList<TraceStep> Trace => trace ??= Register?.Trace(Competence, Cog, On) ?? [];

    /// <summary>How many assignments of the competence are made for other communes only.</summary>
    public int Elsewhere => Finding == RoutingFinding.UnknownCompetence ? 0 : (Titles ?? 0) - Trace.Count;

    /// <summary>How many assignments the competence has.</summary>
    public int? Titles { get; init; }

    public TraceStep? Winner => Finding == RoutingFinding.Found ? Trace[0] : null;
}
