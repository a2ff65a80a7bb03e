using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Model;

/// <summary>
/// One request in the delivery ledger: where it stands, who holds it, who held it and why. Every request that the bus
/// brought has one, whatever became of it.
/// </summary>
internal sealed class LedgerEntry : IOwnedByResident
{
    private readonly List<RoutingDecision> decisions = [];
    private readonly List<Custody> custody = [];

    private LedgerEntry()
    {
    }

    public Guid RequestId { get; private init; }

    public string Number { get; private init; } = "";

    public Guid ResidentId { get; private init; }

    public string FormSlug { get; private init; } = "";

    public string FormTitleFr { get; private init; } = "";

    public string? FormTitleEn { get; private init; }

    public string Competence { get; private init; } = "";

    public string CommuneCog { get; private init; } = "";

    public DateTimeOffset FiledAt { get; private init; }

    public LedgerState State { get; private set; } = LedgerState.Triage;

    /// <summary>The administration that holds it now.</summary>
    public Guid? HolderId { get; private set; }

    public DateTimeOffset? RoutedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How often a holder was looked for.</summary>
    public int Attempts { get; private set; }

    /// <summary>Something that must not happen did: an administration spoke of a request that it does not hold.</summary>
    public string? Alarm { get; private set; }

    /// <summary>The whole message as JSON, as long as nobody is there to take it.</summary>
    public string? Held { get; private set; }

    /// <summary>How often an administration gave it back that another had passed it on to.</summary>
    public int TimesGivenBack { get; private set; }

    /// <summary>Two consumers at once: the second one starts again.</summary>
    public int Version { get; private set; }

    /// <summary>Never changed, only added to.</summary>
    public IReadOnlyList<RoutingDecision> Decisions => decisions;

    /// <summary>Who held it, in order; the last one without an end holds it now.</summary>
    public IReadOnlyList<Custody> Custody => custody;

    /// <summary>How many have had it so far; each order and each hand-over says whose turn it is.</summary>
    public int Turn => custody.Count;

    /// <summary>Given back twice, it is the arbitration desk that chooses, and then nobody gives it back any more.</summary>
    public bool IsDisputed => TimesGivenBack > 1;

    public static LedgerEntry Of(RequestFiled filed) => new()
    {
        RequestId = filed.RequestId,
        Number = filed.Number,
        ResidentId = filed.ResidentId,
        FormSlug = filed.Form.Slug,
        FormTitleFr = filed.Form.Title.Fr,
        FormTitleEn = filed.Form.Title.En,
        Competence = filed.Form.Competence,
        CommuneCog = filed.CommuneCog,
        FiledAt = filed.FiledAt,
    };

    /// <summary>A holder was found: custody passes to it.</summary>
    public void RouteTo(RoutingDecision decision, string reason)
    {
        var holder = decision.HolderId ?? throw new ArgumentException("This decision names nobody.", nameof(decision));
        Note(decision);
        if (custody.LastOrDefault() is { Until: null } last)
        {
            last.EndAt(decision.DecidedAt);
        }

        custody.Add(new Custody { AdministrationId = holder, From = decision.DecidedAt, Reason = reason });
        (HolderId, RoutedAt, DeliveredAt, State, Held) = (holder, decision.DecidedAt, null, LedgerState.Routed, null);
    }

    /// <summary>Nobody was found: the whole message is kept until somebody is.</summary>
    public void KeepForTriage(RoutingDecision decision, string held)
    {
        Note(decision);
        (State, Held) = (LedgerState.Triage, held);
    }

    /// <summary>
    /// The holder passes it on, or gives it back to whoever had it before; given back for the second time, the arbitration desk must choose.
    /// Anybody else raises the alarm and changes nothing more.
    /// </summary>
    /// <returns>What follows, and who gets it.</returns>
    public (PassedOn What, Guid? To) PassOn(CaseHandedOver handed, AdministrationInfo by)
    {
        if (handed.Turn < Turn || State == LedgerState.Triage)
        {
            return (PassedOn.Stale, null);
        }

        if (!Hears(by, nameof(CaseHandedOver)))
        {
            return (PassedOn.NotTheirs, null);
        }

        if (handed.To is not { } to)
        {
            TimesGivenBack++;
            return IsDisputed || custody.Count < 2 ? (PassedOn.Disputed, null) : (PassedOn.ToNext, custody[^2].AdministrationId);
        }

        return (PassedOn.ToNext, to);
    }

    /// <summary>The arbitration desk has it: nobody else does, until it has chosen.</summary>
    public void KeepForArbitration(DateTimeOffset at, string held)
    {
        custody[^1].EndAt(at);
        (HolderId, DeliveredAt, State, Held) = (null, null, LedgerState.Triage, held);
        Version++;
    }

    /// <summary>The holder says that it has the request. Anybody else raises the alarm and changes nothing more.</summary>
    /// <param name="by">Who speaks.</param>
    /// <param name="at">When it took it on.</param>
    /// <param name="turn">The order that it answers: news of a turn that is over comes late and is no alarm.</param>
    /// <returns>Whether it was the holder who spoke.</returns>
    public bool Deliver(AdministrationInfo by, DateTimeOffset at, int turn)
    {
        if (custody.ElementAtOrDefault(turn - 1) is { Until: not null } over && over.AdministrationId == by.Id)
        {
            return true;
        }

        if (!Hears(by, "CaseOpened"))
        {
            return false;
        }

        DeliveredAt ??= at;
        State = ClosedAt is null ? LedgerState.Delivered : LedgerState.Closed;
        return true;
    }

    /// <summary>The holder says that it has closed the case. Anybody else raises the alarm and changes nothing more.</summary>
    /// <returns>Whether it was the holder who spoke.</returns>
    public bool Close(AdministrationInfo by, DateTimeOffset at)
    {
        if (!Hears(by, "CaseClosed"))
        {
            return false;
        }

        ClosedAt ??= at;
        State = LedgerState.Closed;
        return true;
    }

    private bool Hears(AdministrationInfo speaker, string message)
    {
        Version++;
        if (speaker.Id == HolderId)
        {
            return true;
        }

        Alarm = $"{message}: {speaker.Name} ({speaker.Siren})";
        return false;
    }

    private void Note(RoutingDecision decision)
    {
        decisions.Add(decision);
        Attempts++;
        Version++;
    }
}

/// <summary>What follows when an administration passes a request on.</summary>
internal enum PassedOn
{
    /// <summary>It has gone on since: the message is a copy of an earlier one.</summary>
    Stale,

    /// <summary>Whoever speaks does not hold it.</summary>
    NotTheirs,

    /// <summary>Somebody gets it.</summary>
    ToNext,

    /// <summary>The arbitration desk must choose.</summary>
    Disputed,
}
