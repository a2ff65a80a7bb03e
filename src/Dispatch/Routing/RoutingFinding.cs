namespace Teleservices.Dispatch;

/// <summary>How the search for the competent administration ended.</summary>
public enum RoutingFinding
{
    /// <summary>One administration is competent.</summary>
    Found,

    /// <summary>The register knows no such competence.</summary>
    UnknownCompetence,

    /// <summary>No administration of the platform serves this commune, or it does not exist.</summary>
    UnknownCommune,

    /// <summary>Nobody holds the competence for this commune on this day.</summary>
    Hole,

    /// <summary>Two or more hold it with the same right: a mistake in the register, never a guess.</summary>
    Tie,
}

/// <summary>What became of one assignment in a search.</summary>
public enum TraceVerdict
{
    /// <summary>It decides.</summary>
    Won,

    /// <summary>It begins later.</summary>
    NotYet,

    /// <summary>It has ended.</summary>
    NoLonger,

    /// <summary>Another one is made for fewer communes.</summary>
    LessSpecific,

    /// <summary>Another one for as many communes outranks it: delegation over transfer over law.</summary>
    Outranked,

    /// <summary>Another one has the same right.</summary>
    Tied,

    /// <summary>Each commune holds it for itself, and this commune is not on the platform.</summary>
    NobodyThere,
}
