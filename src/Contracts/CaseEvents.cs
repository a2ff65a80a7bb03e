namespace Teleservices.Contracts;

/// <summary>The holder has the case in its queue: the acknowledgement that makes a request "delivered", and the content of the ARE (CRPA R112-11-1).</summary>
/// <param name="RequestId">The request.</param>
/// <param name="CaseId">The case.</param>
/// <param name="AdministrationId">The holder.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Service">Team in charge.</param>
/// <param name="ServiceEmail">How to reach it.</param>
/// <param name="ServicePhone">How to call it.</param>
/// <param name="ServiceAddress">Where it is.</param>
/// <param name="Silence">What silence means.</param>
/// <param name="SilenceOn">The day on which silence becomes a decision if the request is complete, or nothing.</param>
/// <param name="Turn">The turn of the order that it answers.</param>
public sealed record CaseOpened(
    Guid RequestId,
    Guid CaseId,
    Guid AdministrationId,
    DateTimeOffset OpenedAt,
    Text Service,
    string ServiceEmail,
    string ServicePhone,
    string ServiceAddress,
    Silence Silence,
    DateOnly? SilenceOn,
    int Turn = 1);

/// <summary>An agent looks after the case now.</summary>
public sealed record CaseAssigned(Guid RequestId, Guid EventId, Signatory Agent, DateTimeOffset At);

/// <summary>An agent wrote to the resident.</summary>
public sealed record AgentWrote(Guid RequestId, Guid EventId, Signatory Agent, string Body, DateTimeOffset At);

/// <summary>An agent asks for information or pieces (CRPA L114-5): what, by when, and what it does to the delay.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="PiecesRequestId">Identifies this wish; the resident's answer quotes it.</param>
/// <param name="Agent">Who asks.</param>
/// <param name="Body">What is missing, in words.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="SilenceOn">The day on which silence becomes a decision now, or nothing while it is open.</param>
/// <param name="At">When it was asked.</param>
public sealed record PiecesRequested(
    Guid RequestId, Guid PiecesRequestId, Signatory Agent, string Body, DateOnly DueOn, DateOnly? SilenceOn, DateTimeOffset At);

/// <summary>How a case ends.</summary>
public enum CaseOutcome
{
    /// <summary>The request is granted.</summary>
    Accepted,

    /// <summary>The request is refused, with a reason (CRPA L211-2).</summary>
    Refused,

    /// <summary>There is nothing (more) to decide.</summary>
    NoFurtherAction,
}

/// <summary>An agent decided.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EventId">Identifies the decision.</param>
/// <param name="Agent">Who signs.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">The reason; never empty for a refusal.</param>
/// <param name="At">When.</param>
public sealed record CaseDecided(
    Guid RequestId, Guid EventId, Signatory Agent, CaseOutcome Outcome, string Reason, DateTimeOffset At);

/// <summary>The holder has closed the case; nothing more will come.</summary>
public sealed record CaseClosed(Guid RequestId, Guid EventId, Guid AdministrationId, DateTimeOffset At);
