using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>I look after this case.</summary>
[Unvalidated("Carries nothing but the case.")]
internal sealed record TakeCase(Guid CaseId) : ICaseStep;

internal sealed class TakeCaseHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock) : ICommandHandler<TakeCase, Done>
{
    public async Task<Result<Done>> Handle(TakeCase request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        var now = clock.GetUtcNow();
        if (found.Take(desk.Me, now) is { } refusal)
        {
            return refusal;
        }

        if (found.NewEvents.Count > 0)
        {
            outbox.Publish(new CaseAssigned(found.RequestId, found.LastEvent.Id, await desk.Sign(found, cancellationToken), now));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done.Yes;
    }
}
