namespace Teleservices.Contracts;

/// <summary>A person works for an administration from now on, or with another title, name or teams.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="AdministrationId">For whom.</param>
/// <param name="Name">First name and surname, as they sign.</param>
/// <param name="Title">Function, as they sign.</param>
/// <param name="Manager">Whether they run the administration's space.</param>
/// <param name="Teams">Codes of their teams.</param>
public sealed record RoleGranted(
    Guid AccountId, Guid AdministrationId, string Name, string? Title, bool Manager, IReadOnlyList<string> Teams);

/// <summary>A person no longer works for an administration.</summary>
public sealed record RoleRevoked(Guid AccountId, Guid AdministrationId);
