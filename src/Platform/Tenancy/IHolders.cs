using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;

namespace Teleservices.Platform.Tenancy;

/// <summary>Who is competent; Dispatch answers, by the same function that routes a request, so that what is shown and what happens cannot differ.</summary>
public interface IHolders
{
    /// <summary>The administration that holds a competence in a commune on a day, or nothing when there is none (or more than one).</summary>
    ValueTask<Holder?> Of(string competence, string cog, DateOnly on, CancellationToken ct);

    /// <summary>The requests that an administration holds now, with the resident of each: for export and erasure alone.</summary>
    Task<IReadOnlyList<HeldRequest>> HeldBy(TeleservicesDb db, Guid administration, CancellationToken ct);

    /// <summary>The level of whoever would hold each competence in a commune if these served theirs already; what nobody would hold is missing.</summary>
    IReadOnlyDictionary<string, AdministrationKind> Foresee(IReadOnlyCollection<string> competences, string cog, DateOnly on, IReadOnlyList<Newcomer> newcomers);

    /// <summary>Competences that the register gives to nobody, or to several with the same right, in these communes on a day.</summary>
    IReadOnlyList<HolderGap> Gaps(IReadOnlyCollection<string> competences, IReadOnlyCollection<string> communes, DateOnly on);
}

/// <summary>A request that an administration holds.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="ResidentId">Whose it is.</param>
public sealed record HeldRequest(Guid RequestId, Guid ResidentId);

/// <summary>A mistake of the register.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Cog">The commune.</param>
/// <param name="Several">Whether several hold it, rather than nobody.</param>
public sealed record HolderGap(string Competence, string Cog, bool Several);

/// <summary>A competent administration.</summary>
/// <param name="Administration">Which one.</param>
/// <param name="LegalAct">By which act.</param>
public sealed record Holder(AdministrationInfo Administration, string LegalAct);
