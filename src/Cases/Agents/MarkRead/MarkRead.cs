using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>What the resident wrote needs no answer.</summary>
[Unvalidated("Carries nothing but the case.")]
internal sealed record MarkRead(Guid CaseId, int Seen) : ICaseStep;

internal sealed class MarkReadHandler(HomeDb db, Desk desk, TimeProvider clock) : ICommandHandler<MarkRead, Done>
{
    public async Task<Result<Done>> Handle(MarkRead request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        if (found.MarkRead(desk.Me, request.Seen, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
