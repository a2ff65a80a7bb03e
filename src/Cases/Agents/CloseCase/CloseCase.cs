using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Nothing more will come.</summary>
[Unvalidated("Carries nothing but the case.")]
internal sealed record CloseCase(Guid CaseId, int Seen) : ICaseStep;

internal sealed class CloseCaseHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock) : ICommandHandler<CloseCase, Done>
{
    public async Task<Result<Done>> Handle(CloseCase request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        var now = clock.GetUtcNow();
        if (found.Close(desk.Me, request.Seen, now) is { } refusal)
        {
            return refusal;
        }

        outbox.Publish(new CaseClosed(found.RequestId, found.LastEvent.Id, found.AdministrationId, now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
