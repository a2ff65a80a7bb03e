namespace Teleservices.Platform.Tenancy;

/// <summary>A commune of the platform's territories.</summary>
/// <param name="Cog">INSEE code (code officiel géographique); a postcode is not an identifier.</param>
/// <param name="Name">Official name.</param>
/// <param name="Postcodes">Its postcodes, at least one.</param>
public sealed record CommuneInfo(string Cog, string Name, IReadOnlyList<string> Postcodes);

/// <summary>An administration that serves a commune.</summary>
/// <param name="AdministrationId">Which one.</param>
/// <param name="Kind">Its level.</param>
public readonly record struct ServingAdministration(Guid AdministrationId, AdministrationKind Kind);

/// <summary>Communes and who serves them, in memory; Tenancy fills it.</summary>
public interface ITerritory
{
    /// <summary>The territory as it is at this moment, for whoever asks several questions and wants one state to answer them.</summary>
    ITerritory Now => this;

    /// <summary>The commune with this COG code, of today or of the past, or nothing.</summary>
    CommuneInfo? Commune(string cog);

    /// <summary>All communes that share the platform, by name; none that was merged into another one.</summary>
    IReadOnlyList<CommuneInfo> Communes { get; }

    /// <summary>COG codes of the communes that an administration serves on a date.</summary>
    IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on);

    /// <summary>The administrations that serve a commune on a date, of all levels.</summary>
    IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on);

    /// <summary>The COG code that stands for this one on a date: its own, or that of the commune it was merged into.</summary>
    string Standing(string cog, DateOnly on) => cog;

    /// <summary>How many communes an administration serves on a date.</summary>
    int Size(Guid administrationId, DateOnly on) => ServedBy(administrationId, on).Count;

    /// <summary>Days on which something changes for a commune: it is served by others, those who serve it serve others, or it is merged.</summary>
    IReadOnlyList<DateOnly> Changes(string cog);
}
