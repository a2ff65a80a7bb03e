using MediatR;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Pipeline;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>What bringing these administrations on board would change; changes nothing.</summary>
/// <param name="Wishes">Who, and how.</param>
public sealed record PlanTenants(IReadOnlyList<TenantWish> Wishes) : IQuery<TenantPlan>;

internal sealed class PlanTenantsHandler(Planner planner, IEnumerable<ITenantPart> parts, HostNames names) : IRequestHandler<PlanTenants, TenantPlan>
{
    public async Task<TenantPlan> Handle(PlanTenants request, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedTenant>();
        var drafts = await planner.Draft(request.Wishes, cancellationToken);
        var all = drafts.Select(draft => draft.Newcomer).ToList();
        foreach (var draft in drafts)
        {
            planned.Add(await Told(draft, all, parts, names, cancellationToken));
        }

        return new TenantPlan(planned, planner.Problems);
    }

    internal static async Task<PlannedTenant> Told(Draft draft, IReadOnlyList<Newcomer> all, IEnumerable<ITenantPart> parts, HostNames names, CancellationToken ct)
    {
        var lines = new List<TenantLine>(draft.Lines);
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            lines.AddRange(await part.Plan(draft.Newcomer, all, ct));
        }

        return new PlannedTenant(
            draft.Wish with { Slug = draft.Wanted.Identifier }, draft.Wanted, draft.IsNew, names.Of(draft.Wanted.Identifier), draft.Communes.Count, lines);
    }
}
