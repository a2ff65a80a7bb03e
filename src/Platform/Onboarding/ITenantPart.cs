using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Onboarding;

/// <summary>
/// A module's part in the life of an administration on the platform: what it needs to come on board, whether it is ready for residents, what it
/// takes along and what is left behind when it goes. Tenancy asks all parts, in order; a part that has nothing to say keeps silent.
/// </summary>
public interface ITenantPart
{
    /// <summary>Lower is earlier. Erasing goes the other way round.</summary>
    int Order { get; }

    /// <summary>What would change in this module, what is still missing, what will be offered; changes nothing.</summary>
    /// <param name="newcomer">The administration.</param>
    /// <param name="all">All that come on board with it, itself among them.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<TenantLine>> Plan(Newcomer newcomer, IReadOnlyList<Newcomer> all, CancellationToken ct) => Task.FromResult<IReadOnlyList<TenantLine>>([]);

    /// <summary>Brings about what <see cref="Plan"/> told of, within the caller's transaction.</summary>
    Task Apply(Newcomer newcomer, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What has to be so before residents come.</summary>
    Task<IReadOnlyList<TenantCheck>> Check(AdministrationInfo administration, CancellationToken ct) => Task.FromResult<IReadOnlyList<TenantCheck>>([]);

    /// <summary>Forgets what was filed with the administration: requests, cases and what belongs to them, within the caller's transaction.</summary>
    /// <param name="administration">Which one; the scope works for it and for nobody else.</param>
    /// <param name="files">Takes the uploads that can go once the transaction is through.</param>
    /// <param name="ct">Cancels.</param>
    Task Empty(AdministrationInfo administration, ICollection<Guid> files, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Writes all that the administration owns in this module.</summary>
    Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Leaves no trace of the administration in this module, besides what <see cref="Empty"/> takes away, within the caller's transaction.</summary>
    Task Erase(AdministrationInfo administration, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>An administration that comes on board, or is brought up to date.</summary>
/// <param name="Administration">As it will be.</param>
/// <param name="IsNew">Whether the platform did not know it before.</param>
/// <param name="Communes">COG codes of the communes that it will serve.</param>
/// <param name="Managers">Who is to run its space.</param>
public sealed record Newcomer(AdministrationInfo Administration, bool IsNew, IReadOnlyList<string> Communes, IReadOnlyList<NewManager> Managers);

/// <summary>A person who is to run an administration's space.</summary>
/// <param name="Email">Address of the account; it is opened if there is none.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Surname.</param>
/// <param name="Title">Function, as the person signs.</param>
/// <param name="Teams">Codes of teams.</param>
public sealed record NewManager(string Email, string FirstName, string LastName, string? Title, IReadOnlyList<string> Teams);

/// <summary>What a line of a plan tells.</summary>
public enum TenantLineKind
{
    /// <summary>Something that applying the plan changes.</summary>
    Change,

    /// <summary>Something that a person has to see to before going live.</summary>
    Missing,

    /// <summary>What residents will find; follows from the registers.</summary>
    Offer,
}

/// <summary>A line of a plan.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="What">Stable name for programs, such as <c>territory</c> or <c>contact.email</c>.</param>
/// <param name="Before">The value now, or nothing.</param>
/// <param name="After">The value afterwards, or what is missing, in words.</param>
public sealed record TenantLine(TenantLineKind Kind, string What, string? Before, string After);

/// <summary>One thing that was looked at before going live.</summary>
/// <param name="Name">Stable name for programs.</param>
/// <param name="Passed">Whether it is so.</param>
/// <param name="Message">What was found, in words.</param>
/// <param name="Advice">What to do, when it is not so.</param>
public sealed record TenantCheck(string Name, bool Passed, string Message, string? Advice = null);
