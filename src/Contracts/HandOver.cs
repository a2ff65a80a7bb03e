namespace Teleservices.Contracts;

/// <summary>
/// The present holder passes a case on to whom it takes to be competent, or gives back one that was passed on to it (CRPA L114-2). Carries all
/// that the next one needs: nothing stays behind but notes between colleagues.
/// </summary>
/// <param name="RequestId">The request.</param>
/// <param name="EventId">Identifies the hand-over.</param>
/// <param name="Turn">Whose turn it was: the first holder's is 1. A second copy of the message is known by it.</param>
/// <param name="To">The administration that is to have it; nothing when it is given back.</param>
/// <param name="Applicant">Who filed.</param>
/// <param name="Form">The form that it was filed with.</param>
/// <param name="Content">All answers and pieces as filed.</param>
/// <param name="File">What came afterwards, by whom and why it is passed on.</param>
/// <param name="At">When.</param>
/// <param name="TransferId">The transfer of competence that moves it, or nothing: an agent passes it on.</param>
public sealed record CaseHandedOver(
    Guid RequestId, Guid EventId, int Turn, Guid? To, Applicant Applicant, FiledForm Form, FiledContent Content, CaseFile File, DateTimeOffset At, Guid? TransferId = null);

/// <summary>A request was given back for the second time: administrations disagree, and the arbitration desk chooses (CRPA L114-2).</summary>
/// <param name="RequestId">The request.</param>
/// <param name="From">Name of the administration that gave it back last.</param>
/// <param name="Reason">Why, in its words; the resident reads them.</param>
/// <param name="At">When.</param>
public sealed record RequestDisputed(Guid RequestId, string From, string Reason, DateTimeOffset At);

/// <summary>What came to a case after it was filed, as one administration gives it to the next.</summary>
/// <param name="From">Name of the administration that passes it on.</param>
/// <param name="By">Who signs (CRPA L111-2).</param>
/// <param name="Reason">Why, in words that the resident reads too.</param>
/// <param name="Messages">All messages between resident and administrations.</param>
/// <param name="Wishes">All wishes for pieces: the clock counts them.</param>
/// <param name="IsTransfer">The competence has passed on: nobody was mistaken, and it cannot be given back.</param>
public sealed record CaseFile(
    string From, Signatory By, string Reason, IReadOnlyList<FileMessage> Messages, IReadOnlyList<FileWish> Wishes, bool IsTransfer = false);

/// <summary>A message of the case file.</summary>
/// <param name="Id">Its identifier, the same at every holder.</param>
/// <param name="FromResident">Who wrote: the resident, or an agent.</param>
/// <param name="Author">Name of whoever wrote.</param>
/// <param name="Title">Function of an agent.</param>
/// <param name="Body">The words.</param>
/// <param name="At">When it was written.</param>
/// <param name="AnswersWish">The wish for pieces that it answers.</param>
/// <param name="Pieces">Files that came with it.</param>
public sealed record FileMessage(
    Guid Id, bool FromResident, string Author, string? Title, string Body, DateTimeOffset At, Guid? AnswersWish, IReadOnlyList<FiledPiece> Pieces);

/// <summary>A wish for pieces of the case file (CRPA L114-5).</summary>
/// <param name="Id">Its identifier, the same at every holder: the resident's answer quotes it.</param>
/// <param name="Body">What is missing.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AnsweredAt">When it was answered.</param>
public sealed record FileWish(Guid Id, string Body, DateOnly DueOn, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt);
