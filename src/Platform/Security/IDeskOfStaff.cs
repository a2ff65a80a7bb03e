namespace Teleservices.Platform.Security;

/// <summary>Whose requests the member of the IT staff at the console may look into and decide; Identity answers.</summary>
public interface IDeskOfStaff
{
    /// <summary>The desk as it is at this moment.</summary>
    Task<Desk> Read(CancellationToken ct);
}

/// <summary>The arbitration desk of a territory: a département, or the whole platform.</summary>
/// <param name="Departement">COG code of the département; nothing for the whole platform.</param>
public readonly record struct Desk(string? Departement)
{
    /// <summary>The whole platform.</summary>
    public bool IsWhole => Departement is null;

    /// <summary>How the COG codes of its communes begin; empty for all.</summary>
    public string CogPrefix => Departement ?? "";
}
