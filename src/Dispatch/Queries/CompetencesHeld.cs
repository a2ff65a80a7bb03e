using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>Which of these competences each administration holds, in at least one commune.</summary>
/// <param name="Administrations">Those to look at: a page of them, not all.</param>
/// <param name="Competences">Codes that forms fall under.</param>
/// <param name="On">The day, in Paris.</param>
public sealed record CompetencesHeld(IReadOnlyCollection<Guid> Administrations, IReadOnlyCollection<string> Competences, DateOnly On)
    : IQuery<IReadOnlyDictionary<Guid, IReadOnlyCollection<string>>>;

internal sealed class CompetencesHeldHandler(Registers registers)
    : IRequestHandler<CompetencesHeld, IReadOnlyDictionary<Guid, IReadOnlyCollection<string>>>
{
    public Task<IReadOnlyDictionary<Guid, IReadOnlyCollection<string>>> Handle(CompetencesHeld request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var held = request.Administrations.Distinct().ToDictionary(
            administration => administration,
            administration => (IReadOnlyCollection<string>)request.Competences.Distinct()
                .Where(competence => register.PlacesOf(administration, competence, request.On)
                    .Any(cog => register.Resolve(competence, cog, request.On).HolderId == administration))
                .ToList());
        return Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyCollection<string>>>(held);
    }
}
