namespace Teleservices.Platform.Tenancy;

/// <summary>The level of an administration; decides which competences it usually holds.</summary>
public enum AdministrationKind
{
    /// <summary>Commune, also identified by its COG code.</summary>
    Commune,

    /// <summary>Intercommunal body (établissement public de coopération intercommunale).</summary>
    Epci,

    /// <summary>Département.</summary>
    Departement,
}

/// <summary>Two colours as <c>#rrggbb</c>; white text on <paramref name="Primary"/> has a contrast of at least 4.5:1 (RGAA 3.2).</summary>
/// <param name="Primary">Header, buttons.</param>
/// <param name="Accent">The line under the header.</param>
public sealed record AdministrationTheme(string Primary, string Accent);

/// <summary>Whom a resident may write to or call (CRPA R112-11-1).</summary>
public sealed record AdministrationContact(string Service, string Email, string Phone, string Address, Wording Hours, string DataProtectionOfficer);

/// <summary>What every module may know of an administration, the tenant (<c>TenantInfo</c> in the usual vocabulary).</summary>
/// <param name="Id">Internal identifier; never shown.</param>
/// <param name="Identifier">Slug, also the first label of its host name.</param>
/// <param name="Kind">Commune, EPCI or département.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in lists.</param>
/// <param name="Siren">Nine digits (répertoire SIRENE).</param>
/// <param name="Cog">INSEE code of a commune, number of a département, nothing for an EPCI.</param>
/// <param name="Theme">Colours of its pages.</param>
/// <param name="Contact">How residents reach it.</param>
/// <param name="State">How far it is with the platform.</param>
/// <param name="Home">Name of the database that keeps its cases, or nothing: the common one.</param>
public sealed record AdministrationInfo(
    Guid Id,
    string Identifier,
    AdministrationKind Kind,
    string Name,
    string ShortName,
    string Siren,
    string? Cog,
    AdministrationTheme Theme,
    AdministrationContact Contact,
    AdministrationState State = AdministrationState.Live,
    string? Home = null);
