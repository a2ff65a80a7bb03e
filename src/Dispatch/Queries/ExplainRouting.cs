using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch;

/// <summary>Why an administration is competent, or why none is: the resolution in the open.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Cog">The commune.</param>
/// <param name="On">The day, in Paris.</param>
public sealed record ExplainRouting(string Competence, string Cog, DateOnly On) : IQuery<RoutingExplanation>;

/// <summary>The answer to <see cref="ExplainRouting"/>.</summary>
/// <param name="Competence">Code that was asked for.</param>
/// <param name="Label">Its label, or nothing when the register does not know it.</param>
/// <param name="Commune">The commune, or nothing when it is unknown.</param>
/// <param name="On">The day.</param>
/// <param name="Finding">How the search ended.</param>
/// <param name="Holder">The competent administration, or nothing.</param>
/// <param name="Steps">Every assignment that is made for this commune, the winner first.</param>
/// <param name="Elsewhere">How many assignments of the competence are made for other communes only.</param>
public sealed record RoutingExplanation(
    string Competence,
    Wording? Label,
    CommuneInfo? Commune,
    DateOnly On,
    RoutingFinding Finding,
    AdministrationInfo? Holder,
    IReadOnlyList<RoutingStep> Steps,
    int Elsewhere);

/// <summary>One assignment that was looked at.</summary>
/// <param name="Holder">Its holder, or nothing when no administration of the platform is.</param>
/// <param name="Kind">How the holder came to it.</param>
/// <param name="EachCommune">Whether each administration of a level holds it on its own territory.</param>
/// <param name="Communes">For how many communes it is made.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which it no longer holds, or nothing.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Level">That level.</param>
public sealed record RoutingStep(
    AdministrationInfo? Holder,
    AssignmentKind Kind,
    bool EachCommune,
    int Communes,
    DateOnly Since,
    DateOnly? Until,
    string LegalAct,
    TraceVerdict Verdict,
    AdministrationKind Level);

internal sealed class ExplainRoutingHandler(Registers registers, ITenantStore tenants) : IRequestHandler<ExplainRouting, RoutingExplanation>
{
    public async Task<RoutingExplanation> Handle(ExplainRouting request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var resolution = register.Resolve(request.Competence, request.Cog, request.On);
        var steps = await tenants.Named(resolution.Trace, cancellationToken);
        return new RoutingExplanation(
            request.Competence,
            register.Competences.GetValueOrDefault(request.Competence),
            register.Territory.Commune(request.Cog),
            request.On,
            resolution.Finding,
            resolution.HolderId is null ? null : steps[0].Holder,
            steps,
            resolution.Elsewhere);
    }
}

internal static class NamedSteps
{
    /// <summary>The trace with administrations in place of their identifiers.</summary>
    public static async Task<IReadOnlyList<RoutingStep>> Named(this ITenantStore tenants, IEnumerable<TraceStep> trace, CancellationToken ct)
    {
        var steps = new List<RoutingStep>();
        foreach (var step in trace)
        {
            var holder = step.HolderId is { } id ? await tenants.ById(id, ct) : null;
            steps.Add(new RoutingStep(
                holder, step.Kind, step.EachCommune, step.Communes, step.Since, step.Until, step.LegalAct, step.Verdict, step.Level));
        }

        return steps;
    }
}
