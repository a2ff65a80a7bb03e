using Teleservices.Contracts;
using Teleservices.Dispatch.Model;

namespace Teleservices.Dispatch.Tests.Bus;

public sealed class RequestOnItsWayTests(DispatchBus bus) : IClassFixture<DispatchBus>
{
    private static readonly DateTimeOffset Later = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("dechets-menagers", "cc-giennoises")]
    [InlineData("etat-civil", "gien")]
    [InlineData("autonomie", "loiret")]
    public async Task A_filed_request_reaches_its_holder_and_nobody_else(string competence, string holder)
    {
        var filed = DispatchBus.Filed(competence);
        await bus.Say("gien", filed);

        var (forWhom, order) = Assert.Single(await bus.Heard<OpenCase>(order => order.RequestId == filed.RequestId));
        var (inWhoseName, routed) = Assert.Single(await bus.Heard<RequestRouted>(routed => routed.RequestId == filed.RequestId));
        var entry = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Routed);

        Assert.Equal((holder, holder), (forWhom, inWhoseName));
        Assert.Equal((filed.Number, filed.Form, "Gien", filed.FiledAt), (order.Number, order.Form, order.CommuneName, order.FiledAt));
        Assert.NotEmpty(order.LegalAct);
        Assert.Equal(order.LegalAct, routed.LegalAct);
        var custody = Assert.Single(entry!.Custody);
        Assert.Equal((entry.HolderId, (DateTimeOffset?)null, order.LegalAct), (custody.AdministrationId, custody.Until, custody.Reason));
        var decision = Assert.Single(entry.Decisions);
        Assert.Equal((RoutingFinding.Found, new DateOnly(2026, 11, 23)), (decision.Finding, decision.On));
        Assert.Equal(TraceVerdict.Won, decision.Steps()[0].Verdict);
    }

    [Fact]
    public async Task Two_administrations_know_the_same_resident_by_two_names()
    {
        var resident = Guid.NewGuid();
        var (bin, birth, again) = (DispatchBus.Filed(resident: resident), DispatchBus.Filed("etat-civil", resident: resident), DispatchBus.Filed(resident: resident));
        await bus.Say("gien", bin);
        await bus.Say("gien", birth);
        await bus.Say("gien", again);

        var ids = (await bus.Heard<OpenCase>(order => new[] { bin.RequestId, birth.RequestId, again.RequestId }.Contains(order.RequestId), atLeast: 3))
            .ToDictionary(heard => heard.Message.RequestId, heard => heard.Message.ApplicantId);
        Assert.Equal(ids[bin.RequestId], ids[again.RequestId]);
        Assert.NotEqual(ids[bin.RequestId], ids[birth.RequestId]);
        Assert.DoesNotContain(resident.ToString("N"), ids[bin.RequestId], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_request_told_twice_is_routed_once()
    {
        var filed = DispatchBus.Filed();
        await bus.Say("gien", filed);
        await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Routed);
        await bus.Say("gien", filed);
        await bus.Quiet();

        // The order is repeated, in case the first one was lost; the decision is not.
        var orders = await bus.Heard<OpenCase>(order => order.RequestId == filed.RequestId, atLeast: 2);
        Assert.Equal(2, orders.Count);
        Assert.Equal(orders[0].Administration, orders[1].Administration);
        Assert.Single((await bus.Ledger(filed.RequestId, _ => true))!.Decisions);
    }

    [Fact]
    public async Task The_day_is_the_day_in_Paris()
    {
        // 31 December, 23:30 UTC: in Paris the year has begun.
        var filed = DispatchBus.Filed(at: new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero));
        await bus.Say("gien", filed);
        var entry = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Routed);
        Assert.Equal(new DateOnly(2027, 1, 1), entry!.Decisions[0].On);
    }

    [Fact]
    public async Task A_request_is_delivered_when_its_holder_says_so_and_closed_likewise()
    {
        var filed = await Routed();
        await bus.Say("cc-giennoises", Opened(filed));
        var delivered = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Delivered);
        Assert.Equal(Later, delivered!.DeliveredAt);

        await bus.Say("cc-giennoises", Opened(filed) with { OpenedAt = Later.AddDays(1) });
        await bus.Say("cc-giennoises", new CaseClosed(filed.RequestId, Guid.NewGuid(), Guid.Empty, Later.AddDays(2)));
        var closed = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Closed);
        await bus.Quiet();
        Assert.Equal((Later, Later.AddDays(2), (string?)null), (closed!.DeliveredAt!.Value, closed.ClosedAt!.Value, closed.Alarm));
    }

    [Fact]
    public async Task Another_administration_cannot_say_that_it_has_the_request()
    {
        var filed = await Routed();

        // The message claims to come from the holder; the header says who really speaks.
        var holder = (await bus.Ledger(filed.RequestId, _ => true))!.HolderId!.Value;
        await bus.Say("nevoy", Opened(filed) with { AdministrationId = holder });
        await bus.Say("nevoy", new CaseClosed(filed.RequestId, Guid.NewGuid(), holder, Later));

        var entry = await bus.Ledger(filed.RequestId, entry => entry.Alarm is not null);
        await bus.Quiet();
        Assert.Equal((LedgerState.Routed, (DateTimeOffset?)null, (DateTimeOffset?)null), (entry!.State, entry.DeliveredAt, entry.ClosedAt));
        Assert.Contains("Commune de Nevoy (214502270)", entry.Alarm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_resident_writes_follows_the_custody()
    {
        var filed = await Routed();
        var wrote = new ResidentWrote(filed.RequestId, Guid.NewGuid(), null, "Voici la pièce.", [], Later);
        await bus.Say("gien", wrote);
        var (forWhom, order) = Assert.Single(await bus.Heard<AddToCase>(order => order.RequestId == filed.RequestId));
        Assert.Equal(("cc-giennoises", wrote.EntryId, wrote.Body), (forWhom, order.EntryId, order.Body));
    }

    private async Task<RequestFiled> Routed()
    {
        var filed = DispatchBus.Filed();
        await bus.Say("gien", filed);
        await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Routed);
        return filed;
    }

    private static CaseOpened Opened(RequestFiled filed) => new(
        filed.RequestId, Guid.NewGuid(), Guid.Empty, Later, new Text("Service déchets"), "dechets@cc-giennoises.example", "+33238000000", "Gien",
        new Silence(SilenceRegime.None), null);
}
