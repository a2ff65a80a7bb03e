using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Brings one administration on board, or up to date: all of it in one transaction. A second time changes nothing.</summary>
/// <param name="Wish">Who, and how; with the slug of the plan.</param>
[Unvalidated("the planner checks wishes, and says what is wrong in the words of the plan")]
public sealed record ApplyTenant(TenantWish Wish) : ICommand<PlannedTenant>;

internal sealed class ApplyTenantHandler(
    TeleservicesDb db, Planner planner, IEnumerable<ITenantPart> parts, HostNames names, TenantStore tenants, Territory territory)
    : ICommandHandler<ApplyTenant, PlannedTenant>
{
    public async Task<Result<PlannedTenant>> Handle(ApplyTenant request, CancellationToken cancellationToken)
    {
        if (WishRules.Faults(request.Wish).ToList() is [var fault, .. var faults])
        {
            return fault with { More = faults };
        }

        var drafts = await planner.Draft([request.Wish], cancellationToken);
        if (planner.Problems is [var problem, ..])
        {
            return new Refusal("{0}", problem);
        }

        var draft = drafts[0];
        var told = await PlanTenantsHandler.Told(draft, [draft.Newcomer], parts, names, cancellationToken);
        if (!told.Changes.Any())
        {
            return told;
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancellationToken);
        if (draft.IsNew)
        {
            db.Add(draft.Row);
            draft.Row.Enter(draft.Wanted.State);
        }

        draft.Row.Describe(draft.Wanted);
        db.AddRange(draft.Members);
        db.AddRange(draft.Hosts);
        await db.Touch(Territory.Register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            await part.Apply(draft.Newcomer, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        tenants.Forget();
        territory.Forget();
        return told;
    }
}
