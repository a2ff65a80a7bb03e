using MediatR;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>A competence is to pass from communes to another administration, or back to them.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Communes">COG codes; none for the whole territory of <paramref name="To"/>.</param>
/// <param name="To">Identifier of the administration that takes it on; nothing for each commune itself.</param>
/// <param name="On">First day, in Paris.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Note">For those who read the register.</param>
public sealed record TransferWish(string Competence, IReadOnlyList<string> Communes, string? To, DateOnly? On, string? LegalAct, string? Note = null);

/// <summary>What a transfer would change; changes nothing.</summary>
/// <param name="Wish">The transfer.</param>
public sealed record PlanTransfer(TransferWish Wish) : IQuery<TransferPreview>;

/// <summary>The answer to <see cref="PlanTransfer"/>.</summary>
/// <param name="Refusals">What stands in the way; then the rest says nothing.</param>
/// <param name="Label">The competence, in words.</param>
/// <param name="Places">Commune by commune.</param>
public sealed record TransferPreview(IReadOnlyList<Refusal> Refusals, Wording Label, IReadOnlyList<TransferPlace> Places)
{
    /// <summary>How many open requests would move, as it is now.</summary>
    public int OpenRequests => Places.Sum(place => place.OpenRequests);
}

/// <summary>What a transfer changes in one commune.</summary>
/// <param name="Cog">COG code.</param>
/// <param name="Commune">Name.</param>
/// <param name="From">Who holds it the day before, or nothing.</param>
/// <param name="To">Who holds it from then on.</param>
/// <param name="OpenRequests">Open requests that are with the former now.</param>
public sealed record TransferPlace(string Cog, string Commune, AdministrationInfo? From, AdministrationInfo To, int OpenRequests);

internal sealed class PlanTransferHandler(TransferPlanner planner) : IRequestHandler<PlanTransfer, TransferPreview>
{
    public async Task<TransferPreview> Handle(PlanTransfer request, CancellationToken cancellationToken)
    {
        var plan = await planner.Plan(request.Wish, cancellationToken);
        return new TransferPreview(plan.Refusals, plan.Label, plan.Places);
    }
}
