using MediatR;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch;

/// <summary>Looks for communes in which a competence has no holder, or several: before a resident finds out.</summary>
/// <param name="Competences">Codes that forms fall under.</param>
/// <param name="From">First day, in Paris.</param>
/// <param name="To">Last day; nothing for the first one alone.</param>
/// <param name="Communes">COG codes; nothing for all communes that share the platform.</param>
public sealed record CheckCoverage(IReadOnlyCollection<string> Competences, DateOnly From, DateOnly? To = null, IReadOnlyCollection<string>? Communes = null)
    : IQuery<Coverage>;

/// <summary>The answer to <see cref="CheckCoverage"/>.</summary>
/// <param name="Communes">How many communes were looked at.</param>
/// <param name="Competences">How many competences.</param>
/// <param name="Searches">How many searches prove it: one for each period in which nothing that decides changes.</param>
/// <param name="Gaps">All that was found, by competence, commune and day.</param>
public sealed record Coverage(int Communes, int Competences, int Searches, IReadOnlyList<CoverageGap> Gaps)
{
    /// <summary>Gaps of this kind.</summary>
    public int Count(CoverageFault fault) => Gaps.Count(gap => gap.Fault == fault);
}

/// <summary>A competence that nobody, or more than one, holds in a commune.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Cog">The commune.</param>
/// <param name="Commune">Its name.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="From">First day of it within the period that was asked for.</param>
/// <param name="Until">First day on which it is over, or nothing if it lasts beyond the period.</param>
public sealed record CoverageGap(string Competence, string Cog, string Commune, CoverageFault Fault, DateOnly From, DateOnly? Until);

/// <summary>What is wrong with a competence in a commune.</summary>
public enum CoverageFault
{
    /// <summary>The register names nobody.</summary>
    Hole,

    /// <summary>The register names several with the same right.</summary>
    Overlap,

    /// <summary>The law names an administration that does not share the platform; no mistake of the register.</summary>
    NotHere,

    /// <summary>Whoever holds it answers at no host name: it has left, or is suspended.</summary>
    Unreachable,

    /// <summary>The register does not know the competence.</summary>
    UnknownCompetence,
}

internal sealed class CheckCoverageHandler(Registers registers, ITenantStore tenants) : IRequestHandler<CheckCoverage, Coverage>
{
    public async Task<Coverage> Handle(CheckCoverage request, CancellationToken cancellationToken)
    {
        var register = registers.Current;
        var communes = request.Communes ?? [.. register.Territory.Communes.Select(commune => commune.Cog)];
        var walk = new CoverageWalk(register, [.. request.Competences.Distinct().Order(StringComparer.Ordinal)], communes, request.From, request.To ?? request.From);
        var coverage = walk.Walk(new HashSet<Guid>());
        var unreachable = new HashSet<Guid>();
        foreach (var holder in walk.Holders)
        {
            if (await tenants.ById(holder, cancellationToken) is not { } known || await tenants.ByHost(tenants.HostOf(known), cancellationToken) is null)
            {
                unreachable.Add(holder);
            }
        }

        return unreachable.Count == 0 ? coverage : walk.Walk(unreachable);
    }
}
