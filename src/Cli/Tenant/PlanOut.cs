using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary>A plan, or what became of it, in JSON.</summary>
internal sealed record PlanOut(int Changes, int Created, int Failed, IReadOnlyList<string> Problems, IReadOnlyList<PlannedOut> Administrations)
{
    public static PlanOut Of(TenantPlan plan) => new(
        plan.Changes, plan.Created, 0, plan.Problems, [.. plan.Administrations.Select(one => PlannedOut.Of(one, one.Changes.Any() ? (one.IsNew ? "create" : "change") : "unchanged", null))]);

    public static PlanOut Of(IReadOnlyList<PlannedOut> done, IReadOnlyList<string> problems) => new(
        done.Where(one => one.Result != "failed").Sum(one => one.Changes.Count),
        done.Count(one => one.Result == "created"),
        done.Count(one => one.Result == "failed"),
        problems,
        done);
}

/// <summary>One administration of a plan in JSON.</summary>
internal sealed record PlannedOut(
    string Slug,
    string Name,
    AdministrationKind Kind,
    string Siren,
    string? Cog,
    AdministrationState State,
    string Host,
    int Communes,
    AdministrationTheme Theme,
    string Result,
    string? Error,
    IReadOnlyList<ChangeOut> Changes,
    IReadOnlyList<ChangeOut> Missing,
    IReadOnlyList<ChangeOut> Offers)
{
    public static PlannedOut Of(PlannedTenant one, string result, string? error)
    {
        var who = one.Administration;
        return new PlannedOut(
            who.Identifier, who.Name, who.Kind, who.Siren, who.Cog, who.State, one.Host, one.Communes, who.Theme, result, error,
            ChangeOut.Of(one.Changes), ChangeOut.Of(one.Missing), ChangeOut.Of(one.Offers));
    }
}

/// <summary>A line of a plan in JSON.</summary>
internal sealed record ChangeOut(string What, string? Before, string After)
{
    public static IReadOnlyList<ChangeOut> Of(IEnumerable<TenantLine> lines) => [.. lines.Select(line => new ChangeOut(line.What, line.Before, line.After))];
}
