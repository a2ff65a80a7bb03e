namespace Teleservices.Contracts;

/// <summary>An administration has chosen which of its teams works the requests of a form from now on.</summary>
/// <param name="AdministrationId">The administration.</param>
/// <param name="FormSlug">The form.</param>
/// <param name="Team">Code of the team; nothing for the one that the form names.</param>
/// <param name="TeamName">Its name.</param>
/// <param name="At">When: an earlier choice that comes late does not count.</param>
public sealed record FormTeamChosen(Guid AdministrationId, string FormSlug, string? Team, Text? TeamName, DateTimeOffset At);
