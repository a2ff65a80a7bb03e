namespace Teleservices.Contracts;

/// <summary>Order to the holder: take this request on as a case, or take it back. A second copy changes nothing.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">As shown on the receipt.</param>
/// <param name="ApplicantId">The resident's identifier at this administration only (pairwise).</param>
/// <param name="Applicant">Who files.</param>
/// <param name="Form">The form.</param>
/// <param name="CommuneCog">The commune that decided who is competent.</param>
/// <param name="CommuneName">Its name.</param>
/// <param name="FiledAt">Reception by the administration seized first: start of a rejection clock (CRPA L114-3).</param>
/// <param name="RoutedAt">Reception by the competent administration: start of an acceptance clock (CRPA L114-3).</param>
/// <param name="LegalAct">By which act the holder is competent.</param>
/// <param name="Content">All answers and pieces.</param>
/// <param name="Turn">Whose turn it is: 1 for the first holder, one more with each hand-over.</param>
/// <param name="File">What another administration passes on with it, or nothing: it comes straight from the resident.</param>
/// <param name="IsFinal">The arbitration desk has decided: it cannot be given back any more.</param>
public sealed record OpenCase(
    Guid RequestId,
    string Number,
    string ApplicantId,
    Applicant Applicant,
    FiledForm Form,
    string CommuneCog,
    string CommuneName,
    DateTimeOffset FiledAt,
    DateTimeOffset RoutedAt,
    string LegalAct,
    FiledContent Content,
    int Turn = 1,
    CaseFile? File = null,
    bool IsFinal = false);

/// <summary>Order to the present holder: the resident sent something for this case.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EntryId">Identifies what was sent.</param>
/// <param name="PiecesRequestId">The agent's request that it answers, or nothing.</param>
/// <param name="Body">The message, may be empty when there are pieces.</param>
/// <param name="Pieces">Files.</param>
/// <param name="WrittenAt">When the resident sent it.</param>
public sealed record AddToCase(
    Guid RequestId, Guid EntryId, Guid? PiecesRequestId, string Body, IReadOnlyList<FiledPiece> Pieces, DateTimeOffset WrittenAt);
