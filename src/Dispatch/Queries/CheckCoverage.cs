using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>Looks for communes in which a competence has no holder, or several: before a resident finds out.</summary>
/// <param name="Competences">Codes that forms fall under.</param>
/// <param name="On">The day, in Paris.</param>
public sealed record CheckCoverage(IReadOnlyCollection<string> Competences, DateOnly On) : IQuery<IReadOnlyList<CoverageGap>>;

/// <summary>A competence that nobody, or more than one, holds in a commune.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Cog">The commune.</param>
/// <param name="Commune">Its name.</param>
/// <param name="Finding">What is wrong.</param>
public sealed record CoverageGap(string Competence, string Cog, string Commune, RoutingFinding Finding);

internal sealed class CheckCoverageHandler(Registers registers) : IRequestHandler<CheckCoverage, IReadOnlyList<CoverageGap>>
{
    public Task<IReadOnlyList<CoverageGap>> Handle(CheckCoverage request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var gaps = from competence in request.Competences.Distinct().Order(StringComparer.Ordinal)
                   from commune in register.Territory.Communes
                   let finding = register.Resolve(competence, commune.Cog, request.On).Finding
                   where finding != RoutingFinding.Found
                   select new CoverageGap(competence, commune.Cog, commune.Name, finding);
        return Task.FromResult<IReadOnlyList<CoverageGap>>(gaps.ToList());
    }
}
