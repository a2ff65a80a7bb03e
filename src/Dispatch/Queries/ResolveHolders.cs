using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>Who answers in a commune: for each competence the holder on a day. What the catalogue shows and what the routing does are the same function.</summary>
/// <param name="Competences">Codes.</param>
/// <param name="Cog">The commune.</param>
/// <param name="On">The day, in Paris.</param>
/// <remarks>A competence without a holder is not in the answer: its forms are not offered there.</remarks>
public sealed record ResolveHolders(IReadOnlyCollection<string> Competences, string Cog, DateOnly On)
    : IQuery<IReadOnlyDictionary<string, CompetentHolder>>;

/// <summary>The administration that is competent.</summary>
/// <param name="AdministrationId">Which one.</param>
/// <param name="LegalAct">By which act.</param>
public sealed record CompetentHolder(Guid AdministrationId, string LegalAct);

internal sealed class ResolveHoldersHandler(Registers registers)
    : IRequestHandler<ResolveHolders, IReadOnlyDictionary<string, CompetentHolder>>
{
    public Task<IReadOnlyDictionary<string, CompetentHolder>> Handle(ResolveHolders request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var holders = new Dictionary<string, CompetentHolder>();
        foreach (var competence in request.Competences)
        {
            if (register.Resolve(competence, request.Cog, request.On) is { HolderId: { } holder, LegalAct: { } legalAct })
            {
                holders[competence] = new CompetentHolder(holder, legalAct);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, CompetentHolder>>(holders);
    }
}
