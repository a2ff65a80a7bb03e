using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>
/// Who is to be on the platform, and what is to be otherwise than the national territory and good habit would have it. What is not
/// said stays as it is for an administration that is on board already.
/// </summary>
/// <param name="Code">COG code of a commune, SIREN of any administration, or <c>D45</c> for a département.</param>
public sealed record TenantWish(string Code)
{
    /// <summary>First label of its host name.</summary>
    public string? Slug { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Name in lists.</summary>
    public string? ShortName { get; init; }

    /// <summary>Main colour, like <c>#0b5d3b</c>; white text on it must be readable.</summary>
    public string? Primary { get; init; }

    /// <summary>Second colour.</summary>
    public string? Accent { get; init; }

    /// <summary>The service that answers residents (CRPA R112-11-1).</summary>
    public string? Service { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Its telephone number (E.164).</summary>
    public string? Phone { get; init; }

    /// <summary>Its postal address.</summary>
    public string? Address { get; init; }

    /// <summary>When it is open.</summary>
    public Wording? Hours { get; init; }

    /// <summary>Address of the data protection officer (GDPR art. 37).</summary>
    public string? DataProtectionOfficer { get; init; }

    /// <summary>Host names besides the one below the platform's domain.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Who runs its space.</summary>
    public IReadOnlyList<NewManager> Managers { get; init; } = [];

    /// <summary>
    /// Reads wishes from a YAML file: a list with the properties of <c>seeds/administrations.yaml</c>, of which only <c>cog</c>, <c>siren</c> or
    /// <c>departement</c> is needed, and besides them <c>hosts</c> and <c>managers</c>.
    /// </summary>
    /// <exception cref="Teleservices.Platform.Seeds.SeedException">The file holds mistakes, by line.</exception>
    public static IReadOnlyList<TenantWish> FromFile(string path) => WishFile.Read(path);
}
