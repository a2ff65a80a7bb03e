using Teleservices.Contracts;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Model;

/// <summary>From one administration to another (CRPA L114-2): the case is passed on, given back, and taken back.</summary>
internal sealed partial class Case
{
    public const int ReasonLength = 2000;

    /// <summary>Passes it on: from this commit on it is no work of ours, and the message that goes with the commit makes it another's.</summary>
    public Refusal? HandOver(Agent by, string to, string? reason, int seen, DateTimeOffset at) =>
        (Answered() ?? UnlessSeen(seen) ?? Unfounded(reason)) ?? Leave(CaseEventKind.HandedOver, by.AsActor(), to, reason!, at);

    /// <summary>The competence has passed to another administration, and the case with it; what is answered stays, and what has gone on is elsewhere already.</summary>
    /// <returns>Whether it goes.</returns>
    public bool Transfer(TransferCase order, DateTimeOffset at)
    {
        if (IsOver || order.Turn != Turn)
        {
            return false;
        }

        Leave(CaseEventKind.HandedOver, Actor.Platform, order.ToName, order.Reason, at);
        return true;
    }

    /// <summary>Says no to a case that another administration passed on; whoever has accepted it passes it on instead.</summary>
    public Refusal? GiveBack(Agent by, string? reason, int seen, DateTimeOffset at)
    {
        if ((Answered() ?? UnlessSeen(seen) ?? Unfounded(reason)) is { } refusal)
        {
            return refusal;
        }

        return CameFrom is null || State != CaseState.New
            ? new Refusal("Ce dossier est déjà accepté ici : s’il relève d’une autre administration, transmettez-le.")
            : Leave(CaseEventKind.GivenBack, by.AsActor(), CameFrom, reason!, at);
    }

    /// <summary>What an order for a request that there is a case of already means: it comes back, it is said once more, or it is of long ago.</summary>
    public Ordered Hear(OpenCase order) =>
        order.Turn > Turn ? Ordered.Back
        : order.Turn < Turn || State == CaseState.HandedOver ? Ordered.LongAgo
        : Ordered.Again;

    /// <summary>
    /// It was passed on from here and comes back. What came to it elsewhere is put in; its clock counts as before: an acceptance clock from its first
    /// arrival here, because since then the competent administration has had it (CRPA L114-3).
    /// </summary>
    /// <param name="order">The order with the later turn.</param>
    /// <param name="known">Messages, wishes and pieces that are in the case already.</param>
    /// <param name="at">When.</param>
    public void TakeBack(OpenCase order, IReadOnlySet<Guid> known, DateTimeOffset at)
    {
        (Turn, IsFinal, CameFrom) = (order.Turn, order.IsFinal, WhoMayHaveItBack(order));
        (State, HandedTo, HandedAt, AssigneeId) = (CaseState.New, null, null, null);
        PutIn(order.File, known);
        Write(CaseEventKind.CameBack, Actor.Platform, at, order.File?.Reason, whom: order.File?.From);
    }

    private Refusal? Leave(CaseEventKind kind, Actor by, string to, string reason, DateTimeOffset at)
    {
        (State, HandedTo, HandedAt, AssigneeId, HasNews) = (CaseState.HandedOver, to, at, null, false);
        Write(kind, by, at, reason, whom: to);
        return null;
    }

    /// <summary>Whoever passed it on; nobody after a transfer of competence, which leaves nothing to be given back.</summary>
    private static string? WhoMayHaveItBack(OpenCase order) => order.File is { IsTransfer: false, From: var from } ? from : null;

    private Refusal? Unfounded(string? reason) =>
        IsFinal ? new Refusal("Le bureau d’arbitrage a confié cette demande à votre administration : elle ne peut plus être transmise.")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("Dites pourquoi : le demandeur et l’autre administration liront ce motif.") { Field = "Reason" }
        : null;

    private void PutIn(CaseFile? file, IReadOnlySet<Guid> known)
    {
        foreach (var wish in file?.Wishes ?? [])
        {
            if (Wishes.Find(mine => mine.Id == wish.Id) is { } mine)
            {
                mine.AnsweredAt ??= wish.AnsweredAt;
            }
            else
            {
                Wishes.Add(new PiecesRequest { Id = wish.Id, CaseId = Id, Body = wish.Body, DueOn = wish.DueOn, AskedBy = wish.AskedBy, AskedAt = wish.AskedAt, AnsweredAt = wish.AnsweredAt });
            }
        }

        foreach (var message in (file?.Messages ?? []).Where(message => !known.Contains(message.Id)))
        {
            NewMessages.Add(new CaseMessage
            {
                Id = message.Id,
                CaseId = Id,
                From = message.FromResident ? ActorKind.Resident : ActorKind.Agent,
                AuthorName = message.Author,
                AuthorTitle = message.Title,
                Body = message.Body,
                At = message.At,
                AnswersWish = message.AnswersWish,
            });
            NewPieces.AddRange(message.Pieces.Where(piece => !known.Contains(piece.Id)).Select(piece => CasePiece.From(piece, Id, message.Id, message.At)));
        }

        HasNews |= file is not null && file.Messages.Any(message => message.FromResident && !known.Contains(message.Id));
    }
}

/// <summary>What an order for a request that there is a case of already means.</summary>
internal enum Ordered
{
    /// <summary>It was passed on from here and comes back.</summary>
    Back,

    /// <summary>The same order once more.</summary>
    Again,

    /// <summary>What it asked for was done, and the case has gone on since.</summary>
    LongAgo,
}
