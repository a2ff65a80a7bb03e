using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>What bringing administrations on board would change, or has changed.</summary>
/// <param name="Administrations">In the order in which they are brought on board: départements, EPCI, communes.</param>
/// <param name="Problems">What stands in the way, in words: nothing can be applied while there is one.</param>
public sealed record TenantPlan(IReadOnlyList<PlannedTenant> Administrations, IReadOnlyList<string> Problems)
{
    /// <summary>How many things change.</summary>
    public int Changes => Administrations.Sum(one => one.Changes.Count());

    /// <summary>How many are new on the platform.</summary>
    public int Created => Administrations.Count(one => one.IsNew);
}

/// <summary>One administration of a <see cref="TenantPlan"/>.</summary>
/// <param name="Wish">What was wished, with the slug that it was given.</param>
/// <param name="Administration">As it will be.</param>
/// <param name="IsNew">Whether the platform did not know it.</param>
/// <param name="Host">Its canonical host name.</param>
/// <param name="Communes">How many communes it will serve.</param>
/// <param name="Lines">What changes, what is missing, what residents will find.</param>
public sealed record PlannedTenant(
    TenantWish Wish, AdministrationInfo Administration, bool IsNew, string Host, int Communes, IReadOnlyList<TenantLine> Lines)
{
    /// <summary>What changes.</summary>
    public IEnumerable<TenantLine> Changes => Lines.Where(line => line.Kind == TenantLineKind.Change);

    /// <summary>What a person has to see to before going live.</summary>
    public IEnumerable<TenantLine> Missing => Lines.Where(line => line.Kind == TenantLineKind.Missing);

    /// <summary>What residents will find.</summary>
    public IEnumerable<TenantLine> Offers => Lines.Where(line => line.Kind == TenantLineKind.Offer);
}
