namespace Teleservices.Contracts;

/// <summary>Order to the present holder: the competence has passed to another administration, which takes the case on (CGCT L5211-17). A second copy changes nothing.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="TransferId">The transfer of competence that it belongs to.</param>
/// <param name="Turn">Whose turn it was when it was ordered: a case that has gone on since stays where it went.</param>
/// <param name="To">The administration that is competent now.</param>
/// <param name="ToName">Its name.</param>
/// <param name="Reason">By which act and since when, in words that the resident reads too.</param>
public sealed record TransferCase(Guid RequestId, Guid TransferId, int Turn, Guid To, string ToName, string Reason);

/// <summary>A case stays with its holder although the competence has passed on: it is answered already, or it has been passed on by hand.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="TransferId">The transfer of competence.</param>
/// <param name="Answered">Whether it was answered; otherwise it had gone on.</param>
public sealed record CaseKept(Guid RequestId, Guid TransferId, bool Answered);
