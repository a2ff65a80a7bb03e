using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Explain;

/// <summary>The answer of <c>explain --json</c>; documented in README.md, only ever gains properties.</summary>
internal sealed record ExplanationOut(
    FormOut? Form,
    CompetenceOut Competence,
    CommuneOut Commune,
    DateOnly On,
    RoutingFinding Finding,
    AdministrationOut? Holder,
    AssignmentKind? Kind,
    string? LegalAct,
    IReadOnlyList<StepOut> Trace,
    int Elsewhere)
{
    public static ExplanationOut Of(PublishedForm? form, string cog, RoutingExplanation explanation)
    {
        var winner = explanation.Holder is null ? null : explanation.Steps[0];
        return new ExplanationOut(
            form is null ? null : new FormOut(form.Slug, form.Version, form.Title),
            new CompetenceOut(explanation.Competence, explanation.Label),
            new CommuneOut(cog, explanation.Commune?.Name),
            explanation.On,
            explanation.Finding,
            AdministrationOut.Of(explanation.Holder),
            winner?.Kind,
            winner?.LegalAct,
            [.. explanation.Steps.Select(StepOut.Of)],
            explanation.Elsewhere);
    }
}

internal sealed record FormOut(string Slug, int Version, Wording Title);

internal sealed record CompetenceOut(string Code, Wording? Label);

internal sealed record CommuneOut(string Cog, string? Name);

/// <summary>One assignment that was looked at.</summary>
internal sealed record StepOut(
    AdministrationOut? Holder, AssignmentKind Kind, bool EachCommune, int Communes, DateOnly Since, DateOnly? Until, string LegalAct, TraceVerdict Verdict, AdministrationKind? Each)
{
    public static StepOut Of(RoutingStep step) => new(
        AdministrationOut.Of(step.Holder), step.Kind, step.EachCommune, step.Communes, step.Since, step.Until, step.LegalAct, step.Verdict, step.EachCommune ? step.Level : null);
}
