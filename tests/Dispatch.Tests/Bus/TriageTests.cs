using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Dispatch.Console;
using Teleservices.Dispatch.Model;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Dispatch.Tests.Bus;

public sealed class TriageTests(DispatchBus bus) : IClassFixture<DispatchBus>
{
    [Theory]
    [InlineData("espace", "45155", RoutingFinding.UnknownCompetence)]
    [InlineData("etat-civil", "75056", RoutingFinding.UnknownCommune)]
    public async Task A_request_that_nobody_is_competent_for_is_kept_whole_and_seen(string competence, string cog, RoutingFinding finding)
    {
        var filed = DispatchBus.Filed(competence, cog);
        await bus.Say("gien", filed);
        var entry = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Triage);

        Assert.Equal((null, finding), (entry!.HolderId, entry.Decisions.Single().Finding));
        Assert.Contains(filed.Applicant.Email, entry.Held, StringComparison.Ordinal);
        Assert.Empty(entry.Custody);
        Assert.DoesNotContain(bus.Witness.Of<OpenCase>(), order => order.Message.RequestId == filed.RequestId);
        var troubles = await Ask(new LedgerTroubles(DateTimeOffset.UnixEpoch));
        Assert.True(troubles.InTriage > 0);

        Assert.NotNull((await Ask(new RouteAgain(filed.Number))).Refusal);
        Assert.Equal(2, (await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Triage))!.Attempts);
    }

    [Fact]
    public async Task Once_the_register_is_right_it_is_routed_again_and_what_the_resident_wrote_meanwhile_follows()
    {
        var filed = DispatchBus.Filed("archives");
        await bus.Say("gien", filed);
        await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Triage);
        await bus.Say("gien", new ResidentWrote(filed.RequestId, Guid.NewGuid(), null, "Et ma demande ?", [], filed.FiledAt));

        using var seeds = new SeedsOnDisk();
        seeds.Append("competences.yaml", "- { code: archives, label: { fr: Archives, en: Archives }, holder: departement, legal_act: \"Code du patrimoine, art. L212-8\" }");
        seeds.Append("assignments.yaml", "- { competence: archives, holder: loiret, kind: law, since: 1986-01-01, legal_act: \"Code du patrimoine, art. L212-8\" }");
        await bus.Platform.Seed(seeds.Folder);
        Assert.Null((await Ask(new RouteAgain(filed.Number))).Refusal);

        var (forWhom, order) = Assert.Single(await bus.Heard<OpenCase>(order => order.RequestId == filed.RequestId));
        var entry = await bus.Ledger(filed.RequestId, entry => entry.State == LedgerState.Routed);
        Assert.Equal(("loiret", filed.Applicant, filed.FiledAt), (forWhom, order.Applicant, order.FiledAt));
        Assert.Equal((null, 2), (entry!.Held, entry.Decisions.Count));

        // The resident's letter waits on the outbox's ladder; its next rung is here at once if we say so.
        await bus.Platform.Work(null, (_, db) => db.Database.ExecuteSqlRawAsync($"UPDATE {TestStore.Named("platform.outbox")} SET \"DueAt\" = {(TestStore.OnPostgres ? "'epoch'" : "0")}"));
        var (reader, letter) = Assert.Single(await bus.Heard<AddToCase>(order => order.RequestId == filed.RequestId));
        Assert.Equal(("loiret", "Et ma demande ?"), (reader, letter.Body));

        Assert.NotNull((await Ask(new RouteAgain(filed.Number))).Refusal);
        Assert.Single(await bus.Heard<OpenCase>(order => order.RequestId == filed.RequestId));
    }

    private Task<T> Ask<T>(IRequest<T> question) =>
        bus.Platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(question));
}
