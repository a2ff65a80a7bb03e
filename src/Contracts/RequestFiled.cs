namespace Teleservices.Contracts;

/// <summary>A resident filed a request; it has a number and a receipt, and nobody is in charge yet.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">As shown on the receipt.</param>
/// <param name="ResidentId">The resident's account; Dispatch alone learns it.</param>
/// <param name="Applicant">Who files.</param>
/// <param name="Form">The form.</param>
/// <param name="CommuneCog">The commune that decides who is competent.</param>
/// <param name="FiledAt">The moment of filing.</param>
/// <param name="Content">All answers and pieces.</param>
/// <param name="File">What an administration passed on, while nobody is there to take it; a resident's own filing has none.</param>
public sealed record RequestFiled(
    Guid RequestId,
    string Number,
    Guid ResidentId,
    Applicant Applicant,
    FiledForm Form,
    string CommuneCog,
    DateTimeOffset FiledAt,
    FiledContent Content,
    CaseFile? File = null);

/// <summary>An administration was found competent; it has not yet said that it has the request.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="AdministrationId">The holder.</param>
/// <param name="AdministrationName">Its name, in words for the resident.</param>
/// <param name="RoutedAt">When it was decided.</param>
/// <param name="LegalAct">By which act it is competent.</param>
/// <param name="From">Name of the administration that passed it on, or nothing: it comes straight from the resident.</param>
/// <param name="Reason">Why it was passed on, in that administration's words.</param>
/// <param name="IsTransfer">The competence has passed from the one to the other.</param>
public sealed record RequestRouted(
    Guid RequestId,
    Guid AdministrationId,
    string AdministrationName,
    DateTimeOffset RoutedAt,
    string LegalAct,
    string? From = null,
    string? Reason = null,
    bool IsTransfer = false);

/// <summary>A resident sent a message or pieces after filing.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EntryId">Identifies what was sent.</param>
/// <param name="PiecesRequestId">The agent's request that it answers, or nothing.</param>
/// <param name="Body">The message, may be empty when there are pieces.</param>
/// <param name="Pieces">Files.</param>
/// <param name="WrittenAt">When it was sent.</param>
public sealed record ResidentWrote(
    Guid RequestId, Guid EntryId, Guid? PiecesRequestId, string Body, IReadOnlyList<FiledPiece> Pieces, DateTimeOffset WrittenAt);

/// <summary>Whoever filed it tells of a request once more: nobody has acknowledged it, or IT staff want it sent again.</summary>
/// <param name="RequestId">The request.</param>
public sealed record TellAgain(Guid RequestId);
