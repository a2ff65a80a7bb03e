namespace Teleservices.Platform.Data.Moving;

/// <summary>Where the register of administrations says in which database each lives; Tenancy fills it.</summary>
public interface IHomes
{
    /// <summary>Makes it part of the next commit that this administration lives there.</summary>
    /// <param name="db">The common database.</param>
    /// <param name="administration">Which one.</param>
    /// <param name="home">Name of its database; nothing: the common one.</param>
    /// <param name="ct">Gives up.</param>
    Task Settle(TeleservicesDb db, Guid administration, string? home, CancellationToken ct);

    /// <summary>It is committed; this process has heard of it.</summary>
    void Settled();
}
