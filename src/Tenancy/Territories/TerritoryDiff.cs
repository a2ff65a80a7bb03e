namespace Teleservices.Tenancy.Territories;

/// <summary>What an edition changes in what the platform knows.</summary>
/// <param name="ValidFrom">From which day.</param>
/// <param name="Previous">The day of the edition before, or nothing when this is the first one.</param>
/// <param name="Communes">Communes of the edition.</param>
/// <param name="Epci">EPCI of the edition.</param>
/// <param name="Departements">Départements of the edition.</param>
/// <param name="Counts">How many differences of each kind.</param>
/// <param name="Lines">The differences, but for what a first edition adds.</param>
/// <param name="Lost">COG codes that are no more and of which nobody says who stands for them: nothing is written as long as there is one.</param>
/// <param name="Applied">Whether it was written.</param>
public sealed record TerritoryDiff(
    DateOnly ValidFrom,
    DateOnly? Previous,
    int Communes,
    int Epci,
    int Departements,
    IReadOnlyDictionary<TerritoryChange, int> Counts,
    IReadOnlyList<TerritoryDifference> Lines,
    IReadOnlyList<string> Lost,
    bool Applied);

/// <summary>One difference.</summary>
/// <param name="Change">Which kind.</param>
/// <param name="Code">COG code or SIREN.</param>
/// <param name="Name">In words.</param>
/// <param name="Before">What was.</param>
/// <param name="After">What is.</param>
public sealed record TerritoryDifference(TerritoryChange Change, string Code, string Name, string? Before = null, string? After = null);

/// <summary>Kinds of differences.</summary>
public enum TerritoryChange
{
    /// <summary>A commune is new.</summary>
    CommuneAdded,

    /// <summary>A commune has another name, SIREN or département.</summary>
    CommuneRenamed,

    /// <summary>A commune has another population or other postcodes.</summary>
    CommuneUpdated,

    /// <summary>A commune is no more; another one stands for it.</summary>
    CommuneMerged,

    /// <summary>A commune that was merged is set up again.</summary>
    CommuneBack,

    /// <summary>An EPCI or a département is new.</summary>
    BodyAdded,

    /// <summary>An EPCI or a département has another name or nature.</summary>
    BodyRenamed,

    /// <summary>An EPCI is no more.</summary>
    BodyEnded,

    /// <summary>A commune joins an EPCI.</summary>
    Joined,

    /// <summary>A commune leaves an EPCI.</summary>
    Left,

    /// <summary>An administration of the platform serves one commune more.</summary>
    ServedMore,

    /// <summary>An administration of the platform serves one commune less.</summary>
    ServedLess,
}
