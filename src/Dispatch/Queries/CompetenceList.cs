using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch;

/// <summary>All competences of the register, by label.</summary>
public sealed record CompetenceList : IQuery<IReadOnlyList<CompetenceLabel>>;

/// <summary>A competence.</summary>
/// <param name="Code">Its code, as forms name it.</param>
/// <param name="Label">In words.</param>
public sealed record CompetenceLabel(string Code, Wording Label);

internal sealed class CompetenceListHandler(Registers registers) : IRequestHandler<CompetenceList, IReadOnlyList<CompetenceLabel>>
{
    public Task<IReadOnlyList<CompetenceLabel>> Handle(CompetenceList request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CompetenceLabel>>(
        [
            .. registers.Current.Competences
                .Select(competence => new CompetenceLabel(competence.Key, competence.Value))
                .OrderBy(competence => competence.Label.ToString(), StringComparer.CurrentCulture),
        ]);
}
