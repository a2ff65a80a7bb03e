using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Model;

/// <summary>
/// What an administration works on: one per request. Every step is a line of the audit trail, and the number of the last
/// line is the lock: whoever writes has seen everything up to it, or is told what came in between.
/// </summary>
internal sealed partial class Case : IOwnedByAdministration
{
    private Case()
    {
    }

    public Guid Id { get; private init; }

    public Guid AdministrationId { get; private set; }

    public Guid RequestId { get; private init; }

    /// <summary>As shown on the resident's receipt.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The resident's identifier at this administration only.</summary>
    public string ApplicantId { get; private init; } = "";

    public string ApplicantName { get; private init; } = "";

    public string ApplicantEmail { get; private init; } = "";

    public string? ApplicantPhone { get; private init; }

    public string? ApplicantAddress { get; private init; }

    /// <summary>Number and name, folded, for the search of the queue.</summary>
    public string Search { get; private init; } = "";

    public string FormSlug { get; private init; } = "";

    public int FormVersion { get; private init; }

    public string FormTitleFr { get; private init; } = "";

    public string? FormTitleEn { get; private init; }

    /// <summary>Code of the service that works it.</summary>
    public string Team { get; private init; } = "";

    /// <summary>Code of the service that the form names, where this administration has chosen another one.</summary>
    public string? FormTeam { get; private init; }

    public string CommuneCog { get; private init; } = "";

    public string CommuneName { get; private init; } = "";

    /// <summary>By which act this administration is competent.</summary>
    public string LegalAct { get; private init; } = "";

    /// <summary>Code of the competence it falls under; empty in cases opened before it was kept.</summary>
    public string Competence { get; private init; } = "";

    /// <summary>Whose turn it is here, as the last order said: 1 straight from the resident, more after hand-overs.</summary>
    public int Turn { get; private set; } = 1;

    /// <summary>The administration that passed it on, or nothing: it came straight from the resident.</summary>
    public string? CameFrom { get; private set; }

    /// <summary>The administration that it was passed on to, once it was.</summary>
    public string? HandedTo { get; private set; }

    public DateTimeOffset? HandedAt { get; private set; }

    /// <summary>The arbitration desk gave it to this administration, which keeps it.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Months that the case is kept after it is closed.</summary>
    public int RetentionMonths { get; private init; }

    public DateTimeOffset FiledAt { get; private init; }

    public DateTimeOffset RoutedAt { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public SilenceRegime SilenceRegime { get; private init; }

    public int SilenceMonths { get; private init; }

    public int SilenceDays { get; private init; }

    public string? SilenceBasis { get; private init; }

    public CaseState State { get; private set; }

    /// <summary>Account of the agent who looks after it.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>The resident wrote, and no agent has dealt with it yet.</summary>
    public bool HasNews { get; private set; }

    public CaseOutcome? Outcome { get; private set; }

    public string? Reason { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The day on which silence becomes a decision, as the clock says after the last step.</summary>
    public DateOnly? SilenceOn { get; private set; }

    /// <summary>Whether somebody has to do something, now or later.</summary>
    public Pile Pile { get; private set; }

    /// <summary>The day from which it is the administration's turn; the past while it is, the day after the due date while the resident has the word.</summary>
    public DateOnly AwaitsAgentFrom { get; private set; }

    /// <summary>Place in the queue, smaller first: the day of silence while it is on the desk, the latest answer first afterwards.</summary>
    public long Place { get; private set; }

    /// <summary>Number of the last line of the audit trail; concurrency token.</summary>
    public int Steps { get; private set; }

    /// <summary>Lines written by the present work; earlier ones are not loaded.</summary>
    public List<CaseEvent> NewEvents { get; } = [];

    /// <summary>Messages written by the present work; earlier ones are not loaded.</summary>
    public List<CaseMessage> NewMessages { get; } = [];

    /// <summary>Notes written by the present work; earlier ones are not loaded.</summary>
    public List<InternalNote> NewNotes { get; } = [];

    /// <summary>Pieces that came with the present work; earlier ones are not loaded.</summary>
    public List<CasePiece> NewPieces { get; } = [];

    /// <summary>All wishes for pieces; whoever changes the case loads them, because the clock counts them.</summary>
    public List<PiecesRequest> Wishes { get; } = [];

    /// <summary>The line just written.</summary>
    public CaseEvent LastEvent => NewEvents[^1];

    public Silence Silence => new(SilenceRegime, SilenceMonths, SilenceDays, SilenceBasis);

    public LegalClock Clock => new(Silence, ParisDay.Of(FiledAt), ParisDay.Of(RoutedAt));

    /// <summary>Whether it was passed on and nobody here has accepted it yet: then it can be given back.</summary>
    public bool CanBeGivenBack => CameFrom is not null && State == CaseState.New && !IsFinal;

    /// <summary>Whether the work on it is done here: answered, or another's.</summary>
    public bool IsOver => IsAnswered || State == CaseState.HandedOver;

    public bool IsAnswered => State is CaseState.Decided or CaseState.Closed;

    /// <summary>Takes a request on.</summary>
    /// <param name="order">The order.</param>
    /// <param name="at">Now.</param>
    /// <param name="team">Code of the service that works it here, where it is not the one that the form names.</param>
    public static Case Open(OpenCase order, DateTimeOffset at, string? team = null)
    {
        var opened = new Case
        {
            Id = Guid.CreateVersion7(at),
            RequestId = order.RequestId,
            Number = order.Number,
            ApplicantId = order.ApplicantId,
            ApplicantName = order.Applicant.Name,
            ApplicantEmail = order.Applicant.Email,
            ApplicantPhone = order.Applicant.Phone,
            ApplicantAddress = order.Applicant.PostalAddress,
            Search = Folded.Of($"{order.Number} {order.Applicant.Name}"),
            FormSlug = order.Form.Slug,
            FormVersion = order.Form.Version,
            FormTitleFr = order.Form.Title.Fr,
            FormTitleEn = order.Form.Title.En,
            Team = team ?? order.Form.Team,
            FormTeam = team is null ? null : order.Form.Team,
            CommuneCog = order.CommuneCog,
            CommuneName = order.CommuneName,
            LegalAct = order.LegalAct,
            RetentionMonths = order.Form.RetentionMonths,
            FiledAt = order.FiledAt,
            RoutedAt = order.RoutedAt,
            OpenedAt = at,
            SilenceRegime = order.Form.Silence.Regime,
            SilenceMonths = order.Form.Silence.Months,
            SilenceDays = order.Form.Silence.Days,
            SilenceBasis = order.Form.Silence.Basis,
            Competence = order.Form.Competence,
            Turn = order.Turn,
            CameFrom = WhoMayHaveItBack(order),
            IsFinal = order.IsFinal,
        };
        opened.NewPieces.AddRange(order.Content.Pieces.Select(piece => CasePiece.From(piece, opened.Id, null, order.FiledAt)));
        opened.PutIn(order.File, new HashSet<Guid>());
        opened.Write(CaseEventKind.Opened, Actor.Platform, at, order.File?.Reason, whom: order.File?.From);
        return opened;
    }

    /// <summary>The resident sent a message or pieces; an answer to a wish sets the clock going again and gives the word back to the agent.</summary>
    public void Receive(AddToCase sent, DateTimeOffset at)
    {
        var wish = Wishes.Find(wish => wish.Id == sent.PiecesRequestId && wish.AnsweredAt is null);
        wish?.Answered(sent.WrittenAt);
        HasNews = true;
        if (State == CaseState.AwaitingResident && Wishes.TrueForAll(other => other.AnsweredAt is not null))
        {
            State = CaseState.InProgress;
        }

        NewMessages.Add(new CaseMessage
        {
            Id = sent.EntryId,
            CaseId = Id,
            From = ActorKind.Resident,
            AuthorName = ApplicantName,
            Body = sent.Body,
            At = sent.WrittenAt,
            AnswersWish = wish?.Id,
        });
        NewPieces.AddRange(sent.Pieces.Select(piece => CasePiece.From(piece, Id, sent.EntryId, sent.WrittenAt)));
        var kind = wish is null ? CaseEventKind.ResidentWrote : CaseEventKind.PiecesAnswered;
        Write(kind, Actor.Resident(ApplicantName), at, entry: sent.EntryId);
    }

    /// <summary>The agent who looked after it has left the administration.</summary>
    public void LoseAssignee(string name, DateTimeOffset at)
    {
        AssigneeId = null;
        Write(CaseEventKind.Released, Actor.Platform, at, whom: name);
    }

    /// <summary>Says no when something has happened that the person who writes has not seen.</summary>
    private Refusal? UnlessSeen(int seen) => seen == Steps ? null : Conflict;

    /// <summary>The page shows what came in between, and the person says it again.</summary>
    public static readonly Refusal Conflict =
        new("Ce dossier a changé depuis que vous l’avez ouvert. Lisez ce qui s’est passé, puis confirmez.");

    private void Write(
        CaseEventKind kind,
        Actor who,
        DateTimeOffset at,
        string? why = null,
        string? whom = null,
        Guid? entry = null,
        DateOnly? dueOn = null)
    {
        SetPlace();
        NewEvents.Add(new CaseEvent
        {
            Id = Guid.CreateVersion7(at),
            CaseId = Id,
            Sequence = ++Steps,
            Kind = kind,
            At = at,
            ActorKind = who.Kind,
            ActorId = who.AccountId,
            ActorName = who.Name,
            ActorTitle = who.Title,
            Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
            Whom = whom,
            EntryId = entry,
            DueOn = dueOn,
            SilenceOn = SilenceOn,
            Outcome = kind == CaseEventKind.Decided ? Outcome : null,
        });
    }

    private void SetPlace()
    {
        if (!IsOver)
        {
            SilenceOn = Clock.SilenceOn(Wishes.Select(wish => wish.ForClock()));
        }

        Pile = !IsOver || HasNews ? Pile.Desk : Pile.Shelf;
        AwaitsAgentFrom = State == CaseState.AwaitingResident && !HasNews
            ? Wishes.Where(wish => wish.AnsweredAt is null).Min(wish => wish.DueOn).AddDays(1)
            : DateOnly.MinValue;
        Place = Pile == Pile.Shelf ? -((DecidedAt ?? HandedAt)!.Value.ToUnixTimeSeconds())
            : IsAnswered ? DateOnly.MaxValue.DayNumber
            : (SilenceOn ?? DateOnly.MaxValue).DayNumber;
    }
}
