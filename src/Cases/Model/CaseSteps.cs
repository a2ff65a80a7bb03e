using Teleservices.Contracts;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Model;

/// <summary>The steps of an agent: what is allowed now, and what it changes.</summary>
internal sealed partial class Case
{
    /// <summary>The agent looks after it from now on. Taking one's own case again changes nothing.</summary>
    public Refusal? Take(Agent who, DateTimeOffset at)
    {
        if (Answered() is { } answered)
        {
            return answered;
        }

        if (AssigneeId is not null && AssigneeId != who.AccountId)
        {
            return new Refusal("Un autre agent a déjà pris ce dossier en charge.");
        }

        if (AssigneeId is null)
        {
            AssigneeId = who.AccountId;
            Begin();
            Write(CaseEventKind.Taken, who.AsActor(), at);
        }

        return null;
    }

    /// <summary>Gives it to an agent of this administration.</summary>
    public Refusal? AssignTo(Agent to, Agent by, string? why, int seen, DateTimeOffset at)
    {
        if ((Answered() ?? UnlessSeen(seen)) is { } refusal)
        {
            return refusal;
        }

        if (to.LeftAt is not null)
        {
            return new Refusal("{0} ne travaille plus ici.", to.Name) { Field = "To" };
        }

        if (AssigneeId == to.AccountId)
        {
            return new Refusal("{0} suit déjà ce dossier.", to.Name) { Field = "To" };
        }

        AssigneeId = to.AccountId;
        Begin();
        Write(CaseEventKind.Assigned, by.AsActor(), at, why, whom: to.Name);
        return null;
    }

    /// <summary>Nobody looks after it any more.</summary>
    public Refusal? Release(Agent by, string? why, int seen, DateTimeOffset at)
    {
        if ((Answered() ?? UnlessSeen(seen)) is { } refusal)
        {
            return refusal;
        }

        if (AssigneeId is null)
        {
            return new Refusal("Personne ne suit ce dossier.");
        }

        AssigneeId = null;
        Write(CaseEventKind.Released, by.AsActor(), at, why);
        return null;
    }

    /// <summary>Asks the resident for information or pieces until a day (CRPA L114-5). The rest of the work may go on (CRPA L114-5-1).</summary>
    public Refusal? Ask(Agent by, string body, DateOnly dueOn, int seen, DateTimeOffset at)
    {
        if ((Answered() ?? UnlessSeen(seen)) is { } refusal)
        {
            return refusal;
        }

        var today = ParisDay.Of(at);
        if (dueOn <= today || dueOn > today.AddYears(1))
        {
            return new Refusal("Choisissez une date à venir, dans un an au plus.") { Field = "DueOn" };
        }

        var wish = new PiecesRequest { Id = Guid.NewGuid(), CaseId = Id, Body = body.Trim(), DueOn = dueOn, AskedBy = by.Name, AskedAt = at };
        Wishes.Add(wish);
        State = CaseState.AwaitingResident;
        HasNews = false;
        Write(CaseEventKind.PiecesAsked, by.AsActor(), at, entry: wish.Id, dueOn: dueOn);
        return null;
    }

    /// <summary>Writes to the resident; after the closing only to answer what they wrote since.</summary>
    public Refusal? Tell(Agent by, string body, DateTimeOffset at)
    {
        if (State == CaseState.HandedOver)
        {
            return Answered();
        }

        if (State == CaseState.Closed && !HasNews)
        {
            return new Refusal("Ce dossier est clos : plus rien ne part vers le demandeur.");
        }

        var message = new CaseMessage
        {
            Id = Guid.NewGuid(),
            CaseId = Id,
            From = ActorKind.Agent,
            AuthorName = by.Name,
            AuthorTitle = by.Title,
            Body = body.Trim(),
            At = at,
        };
        NewMessages.Add(message);
        HasNews = false;
        Write(CaseEventKind.AgentWrote, by.AsActor(), at, entry: message.Id);
        return null;
    }

    /// <summary>Leaves a word for colleagues.</summary>
    public void Note(Agent by, string body, DateTimeOffset at)
    {
        var note = new InternalNote
        {
            Id = Guid.NewGuid(),
            CaseId = Id,
            AuthorId = by.AccountId,
            AuthorName = by.Name,
            Body = body.Trim(),
            At = at,
        };
        NewNotes.Add(note);
        Write(CaseEventKind.NoteWritten, by.AsActor(), at, entry: note.Id);
    }

    /// <summary>What the resident wrote needs no answer.</summary>
    public Refusal? MarkRead(Agent by, int seen, DateTimeOffset at)
    {
        if (UnlessSeen(seen) is { } refusal)
        {
            return refusal;
        }

        if (HasNews)
        {
            HasNews = false;
            Write(CaseEventKind.MarkedRead, by.AsActor(), at);
        }

        return null;
    }

    /// <summary>
    /// Answers the request. A refusal and an end without answer say why (CRPA L211-2); whoever signs has a name, a title and a
    /// service (CRPA L212-2). Missing pieces do not forbid it: the agent judges whether they are indispensable.
    /// </summary>
    public Refusal? Decide(Agent by, CaseOutcome outcome, string? reason, int seen, DateTimeOffset at)
    {
        if ((Answered() ?? UnlessSeen(seen)) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(by.Title))
        {
            return new Refusal("Votre fonction n’est pas renseignée, et une décision doit la porter (CRPA L212-2). Demandez à la personne qui gère les accès de la compléter.");
        }

        if (outcome != CaseOutcome.Accepted && string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("Dites pourquoi : le demandeur lira ce motif.") { Field = "Reason" };
        }

        (Outcome, Reason, State, HasNews) = (outcome, reason?.Trim() ?? "", CaseState.Decided, false);
        (DecidedById, DecidedByName, DecidedAt) = (by.AccountId, by.Name, at);
        Write(CaseEventKind.Decided, by.AsActor(), at, reason);
        return null;
    }

    /// <summary>Nothing more will come.</summary>
    public Refusal? Close(Agent by, int seen, DateTimeOffset at)
    {
        if (State == CaseState.Closed)
        {
            return new Refusal("Ce dossier est déjà clos.");
        }

        if (State != CaseState.Decided)
        {
            return new Refusal("Répondez à la demande avant de clore le dossier.");
        }

        if (UnlessSeen(seen) is { } refusal)
        {
            return refusal;
        }

        (State, ClosedAt, HasNews) = (CaseState.Closed, at, false);
        Write(CaseEventKind.Closed, by.AsActor(), at);
        return null;
    }

    private Refusal? Answered() => State == CaseState.HandedOver ? new Refusal("Ce dossier a été transmis : {0} en est maintenant chargé.", HandedTo!)
        : IsAnswered ? new Refusal("Ce dossier a déjà reçu une réponse de {0}.", DecidedByName!)
        : null;

    private void Begin() => State = State == CaseState.New ? CaseState.InProgress : State;
}
