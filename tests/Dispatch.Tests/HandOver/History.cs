using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Transfers;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Tests.HandOver;

/// <summary>
/// One request between four administrations, among which its competence passes too: real ledger, real cases, and a bus that brings messages in any order, twice,
/// and only after a consumer has died on them. Every turn is checked against what must always be true.
/// </summary>
internal sealed class History
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly AdministrationInfo[] administrations = [.. Enumerable.Range(0, 4).Select(Named)];
    private readonly Agent[] agents;
    private readonly Dictionary<Guid, Case> cases = [];
    private readonly List<(Guid For, object Message)> bus = [];
    private readonly List<Guid> written = [];
    private readonly Dictionary<Guid, TransferredRequest> reports = [];
    private readonly HashSet<(Guid Transfer, bool Goes)> moved = [];
    private readonly RequestFiled filed;
    private readonly LedgerEntry entry;
    private RequestFiled? heldFile;
    private DateTimeOffset now = Start;

    public History(SilenceRegime regime)
    {
        agents = [.. administrations.Select(one => Agent.From(new RoleGranted(Guid.NewGuid(), one.Id, "Ana Petit", "Instructrice", false, ["t"])))];
        filed = new RequestFiled(
            Guid.NewGuid(), "2027-GIEN-1", Guid.NewGuid(), new Applicant("Camille Martin", "camille@example.org"),
            new FiledForm("f", 1, new Text("F"), "voirie", "t", new Text("T"), new Silence(regime, Months: 2), 24), "45155", Start, new FiledContent([], []));
        entry = LedgerEntry.Of(filed);
        Route(administrations[0].Id, null);
    }

    /// <summary>One thing happens: what, and where, is what the number says.</summary>
    public void Step(int dice)
    {
        now = now.AddMinutes(1 + (dice % 600));
        var (what, where) = (dice % 18, dice / 18 % 4);
        switch (what)
        {
            case < 7:
                Bring(dice / 72, copy: what == 0, crash: what == 1);
                break;
            case 7 or 8 or 9:
                Leave(where, (where + 1 + (dice / 72 % 3)) % 4);
                break;
            case 10 or 11:
                Leave(where, null);
                break;
            case 16 or 17:
                TransferTo(where);
                break;
            case 12:
                cases.GetValueOrDefault(administrations[where].Id)?.Take(agents[where], now);
                break;
            case 13 when entry.State == LedgerState.Triage:
                Route(administrations[where].Id, heldFile!.File);
                break;
            default:
                Write();
                break;
        }

        Check();
    }

    /// <summary>Everything on its way arrives.</summary>
    public void Drain()
    {
        for (var rounds = 0; bus.Count > 0; rounds++)
        {
            Assert.True(rounds < 10_000, "The bus never falls silent.");
            Bring(rounds, copy: false, crash: false);
            if (entry.State == LedgerState.Triage && bus.TrueForAll(one => one.Message is ResidentWrote))
            {
                Route(administrations[1].Id, heldFile!.File);
            }

            Check();
        }

        if (entry.State == LedgerState.Triage)
        {
            Route(administrations[1].Id, heldFile!.File);
            Drain();
        }
    }

    /// <summary>Nothing is lost and nothing is double when all is quiet.</summary>
    public void CheckEnd()
    {
        var (holder, open) = Assert.Single(cases, one => one.Value.State != CaseState.HandedOver);
        Assert.Equal(entry.HolderId, holder);
        Assert.Equal(entry.Turn, open.Turn);
        Assert.Null(entry.Alarm);
        Assert.All(reports, report => Assert.Equal(
            moved.Contains((report.Key, true)) ? TransferOutcome.Moved : TransferOutcome.StayedElsewhere, report.Value.Outcome));
        Assert.Equal(written.Order(), open.NewMessages.Select(message => message.Id).Order());
        Assert.Equal(Enumerable.Range(1, open.Steps), open.NewEvents.Select(line => line.Sequence));

        // V1: a rejection clock keeps its start; V2: an acceptance clock starts when the competent one receives it for the first time (CRPA L114-3).
        var firstHere = ParisDay.Of(entry.Custody.First(one => one.AdministrationId == holder).From);
        var start = open.SilenceRegime == SilenceRegime.Rejection ? ParisDay.Of(Start) : firstHere;
        Assert.Equal(start.AddMonths(2), open.SilenceOn);
    }

    /// <summary>Exactly one holder at every instant: an open custody, or the arbitration desk; and the chain has neither gap nor overlap.</summary>
    private void Check()
    {
        Assert.Equal(entry.State == LedgerState.Triage ? 0 : 1, entry.Custody.Count(one => one.Until is null));
        Assert.Equal(entry.HolderId, entry.State == LedgerState.Triage ? null : entry.Custody[^1].AdministrationId);
        for (var turn = 1; turn < entry.Custody.Count; turn++)
        {
            Assert.True(entry.Custody[turn - 1].Until <= entry.Custody[turn].From, "Somebody held it when another one already did, or still.");
        }

        var open = cases.Values.Count(one => one.State != CaseState.HandedOver);
        var underway = bus.Exists(one => one.Message is OpenCase order && order.Turn == entry.Turn || one.Message is CaseHandedOver handed && handed.Turn == entry.Turn);
        Assert.True(open <= 1, "Two queues hold it.");
        Assert.True(open == 1 || underway || entry.State == LedgerState.Triage, "No queue holds it, and it is not on its way to one.");
    }

    private void Bring(int which, bool copy, bool crash)
    {
        if (bus.Count == 0 || crash)
        {
            return;
        }

        var place = which % bus.Count;
        var one = bus[place];
        if (!copy)
        {
            bus.RemoveAt(place);
        }

        switch (one.Message)
        {
            case OpenCase order:
                Open(one.For, order);
                break;
            case CaseOpened opened:
                entry.Deliver(By(one.For), opened.OpenedAt, opened.Turn);
                break;
            case CaseHandedOver handed:
                PassOn(one.For, handed);
                break;
            case ResidentWrote wrote:
                bus.Add(entry.HolderId is { } holder ? (holder, new AddToCase(wrote.RequestId, wrote.EntryId, null, wrote.Body, [], wrote.WrittenAt)) : one);
                break;
            case AddToCase sent:
                Add(one, sent);
                break;
            case TransferCase order:
                Follow(one, order);
                break;
            case CaseKept kept:
                reports[kept.TransferId].Stay(kept.Answered, now);
                break;
        }
    }

    private void Open(Guid at, OpenCase order)
    {
        if (!cases.TryGetValue(at, out var known))
        {
            cases[at] = known = Case.Open(order, now);
        }
        else if (known.Hear(order) == Ordered.Back)
        {
            known.TakeBack(order, known.NewMessages.Select(message => message.Id).ToHashSet(), now);
        }
        else if (known.Hear(order) == Ordered.LongAgo)
        {
            return;
        }

        bus.Add((at, new CaseOpened(order.RequestId, known.Id, at, known.OpenedAt, new Text(""), "", "", "", known.Silence, known.SilenceOn, known.Turn)));
    }

    private void Add((Guid For, object Message) one, AddToCase sent)
    {
        if (!cases.TryGetValue(one.For, out var known))
        {
            bus.Add(one);
        }
        else if (known.NewMessages.TrueForAll(message => message.Id != sent.EntryId))
        {
            if (known.State == CaseState.HandedOver)
            {
                bus.Add((one.For, new ResidentWrote(sent.RequestId, sent.EntryId, null, sent.Body, [], sent.WrittenAt)));
            }
            else
            {
                known.Receive(sent, now);
            }
        }
    }

    private void PassOn(Guid by, CaseHandedOver handed)
    {
        var (what, to) = entry.PassOn(handed, By(by));

        // Of a copy of what was dealt with nothing is kept.
        heldFile = what == PassedOn.Stale ? heldFile : filed with { File = handed.File };
        if (what == PassedOn.ToNext)
        {
            Route(to!.Value, handed.File);
            reports.GetValueOrDefault(handed.TransferId ?? default)?.Move(now);
        }
        else if (what == PassedOn.Disputed)
        {
            entry.KeepForArbitration(now, "held");
        }

        Assert.NotEqual(PassedOn.NotTheirs, what);
    }

    private void Route(Guid to, CaseFile? file)
    {
        now = now.AddSeconds(1);
        entry.RouteTo(RoutingDecision.By("L114-2", to, ParisDay.Of(now), now), "L114-2");
        bus.Add((to, new OpenCase(
            filed.RequestId, filed.Number, "p", filed.Applicant, filed.Form, filed.CommuneCog, "Gien", filed.FiledAt, now, "L114-2", filed.Content, entry.Turn, file, entry.IsDisputed)));
    }

    /// <summary>The competence passes to another administration: as the worker does, the holder of a delivered request is told, once a transfer.</summary>
    private void TransferTo(int to)
    {
        if (entry is { State: LedgerState.Delivered, HolderId: { } from } && from != administrations[to].Id && reports.Count < 8)
        {
            var report = new TransferredRequest
            {
                TransferId = Guid.NewGuid(),
                RequestId = filed.RequestId,
                Number = filed.Number,
                FromId = from,
                ToId = administrations[to].Id,
                SentAt = now,
            };
            reports.Add(report.TransferId, report);
            bus.Add((from, new TransferCase(filed.RequestId, report.TransferId, entry.Turn, report.ToId, administrations[to].Name, "Arrêté préfectoral")));
        }
    }

    /// <summary>As the holder does: the case follows its competence, or says that it stays.</summary>
    private void Follow((Guid For, object Message) one, TransferCase order)
    {
        var known = cases[one.For];
        var (steps, goes) = (known.Steps, known.Transfer(order, now));
        Assert.Equal(goes ? steps + 1 : steps, known.Steps);
        bus.Add((one.For, goes
            ? new CaseHandedOver(filed.RequestId, Guid.NewGuid(), known.Turn, order.To, filed.Applicant, filed.Form, filed.Content, FileOf(known, By(one.For), isTransfer: true), now, order.TransferId)
            : new CaseKept(order.RequestId, order.TransferId, known.IsAnswered)));
        Assert.True(moved.Add((order.TransferId, goes)) || !goes, "The same order moved it twice.");
    }

    private static CaseFile FileOf(Case known, AdministrationInfo from, bool isTransfer) => new(
        from.Name, new Signatory("Ana Petit", null, "", ""), "Pas chez nous",
        [.. known.NewMessages.Select(message => new FileMessage(message.Id, true, "", null, message.Body, message.At, null, []))], [], isTransfer);

    private void Leave(int where, int? to)
    {
        if (cases.GetValueOrDefault(administrations[where].Id) is not { } known)
        {
            return;
        }

        var refusal = to is { } next
            ? known.HandOver(agents[where], administrations[next].Name, "Pas chez nous", known.Steps, now)
            : known.GiveBack(agents[where], "Pas chez nous non plus", known.Steps, now);
        if (refusal is null)
        {
            var file = FileOf(known, administrations[where], isTransfer: false);
            bus.Add((administrations[where].Id, new CaseHandedOver(
                filed.RequestId, Guid.NewGuid(), known.Turn, to is { } chosen ? administrations[chosen].Id : null, filed.Applicant, filed.Form, filed.Content, file, now)));
        }
    }

    private void Write()
    {
        if (written.Count < 5)
        {
            written.Add(Guid.NewGuid());
            bus.Add((Guid.Empty, new ResidentWrote(filed.RequestId, written[^1], null, "Bonjour", [], now)));
        }
    }

    private AdministrationInfo By(Guid id) => administrations.Single(one => one.Id == id);

    private static AdministrationInfo Named(int number) => new(
        Guid.NewGuid(), $"a{number}", AdministrationKind.Commune, $"Administration {number}", $"A{number}", $"00000000{number}", null,
        new AdministrationTheme("#000000", "#000000"), new AdministrationContact("", "", "", "", new Wording("", null), ""));
}
