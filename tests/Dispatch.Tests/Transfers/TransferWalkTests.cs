using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Cases;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Transfers;
using Teleservices.Forms.Bus;
using Teleservices.Forms.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Transfers;

/// <summary>Waste collection goes back to eleven communes, and again to their EPCI with all that is open, while the server is stopped twice in the middle.</summary>
public sealed class TransferWalkTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Waste = "dechets-menagers";
    private const int Requests = 500;

    /// <summary>Five thousand messages want their time on a busy machine.</summary>
    private const int Patience = 240;

    private const int Answered = 11;
    private static readonly string[] Eleven = ["45036", "45096", "45108", "45155", "45180", "45218", "45227", "45254", "45271", "45280", "45291"];

    [Fact]
    public async Task Every_open_case_moves_once_with_both_clocks_right_and_each_resident_is_told_once()
    {
        // Back to the communes from tomorrow on; the register changes at the first instant of that day and not before.
        var back = platform.Clock.LegalToday().AddDays(1);
        await Scheduled(new TransferWish(Waste, Eleven, null, back, "Arrêté préfectoral de restitution"));
        Assert.Equal("cc-giennoises", await Holder(back.AddDays(-1)));
        Assert.Equal("gien", await Holder(back));
        platform.Clock.Shift(TimeSpan.FromDays(1));
        var filed = await File();
        await RunningPlatform.Eventually(
            () => platform.Inside(null, (_, db) => db.WholeLedger.CountAsync(entry => entry.Competence == Waste && entry.State == LedgerState.Delivered)), count => count == Requests, Patience);
        var answered = await Decide(filed);

        var on = platform.Clock.LegalToday().AddDays(30);
        var id = await Scheduled(new TransferWish(Waste, [], "cc-giennoises", on, "Arrêté préfectoral de transfert"));
        Assert.Equal(0, (await Send(new ApplyDueTransfers())).Value);
        platform.Clock.Shift(TimeSpan.FromDays(30));

        // Stopped twice while they are on their way: the store says where to go on.
        foreach (var some in new[] { 1, 120 })
        {
            await RunningPlatform.Eventually(() => Count(id, null), count => count >= some, Patience);
            await platform.Restart();
        }

        var report = await RunningPlatform.Eventually(async () => (await Send(new TransferReports(id))).Single(), found => found.State == TransferState.Done, Patience);
        Assert.Equal((Requests - Answered, Answered), (report.Counts[TransferOutcome.Moved], report.Counts[TransferOutcome.StayedAnswered]));
        Assert.DoesNotContain(report.Counts.Keys, outcome => outcome is TransferOutcome.Sent or TransferOutcome.StayedElsewhere);
        await RunningPlatform.Eventually(
            () => platform.Inside(null, (_, db) => db.WholeLedger.CountAsync(entry => entry.Competence == Waste && entry.State == LedgerState.Delivered && entry.Custody.Count == 2)),
            count => count == Requests - Answered, Patience);
        await CheckCases(filed, answered, on);
        await CheckMails(filed, answered);

        // Nothing is left to do, and it cannot be undone by cancelling.
        Assert.Equal(0, (await Send(new ApplyDueTransfers())).Value);
        Assert.NotNull((await Send(new CancelTransfer(id, "Test"))).Refusal);
    }

    private async Task CheckCases(IReadOnlyList<RequestFiled> filed, IReadOnlySet<Guid> answered, DateOnly on)
    {
        var there = await platform.Inside("cc-giennoises", (_, db) => db.Cases.AsNoTracking().ToDictionaryAsync(row => row.RequestId));
        Assert.Equal(filed.Select(one => one.RequestId).Except(answered).Order(), there.Keys.Order());
        foreach (var one in filed.Where(one => !answered.Contains(one.RequestId)))
        {
            // V1: a rejection clock keeps its start; V2: an acceptance clock starts when the competent one receives it (CRPA L114-3).
            var start = one.Form.Silence.Regime == SilenceRegime.Rejection ? one.FiledAt.LegalDay() : on;
            Assert.Equal(start.AddMonths(2), there[one.RequestId].SilenceOn);
            Assert.False(there[one.RequestId].CanBeGivenBack);
        }

        foreach (var commune in await platform.Inside(null, async (services, _) => (await services.GetRequiredService<ITenantStore>().All(default)).Where(one => one.Kind == AdministrationKind.Commune).ToList()))
        {
            Assert.All(
                await platform.Inside(commune.Identifier, (_, db) => db.Cases.AsNoTracking().ToListAsync()),
                row => Assert.Equal(answered.Contains(row.RequestId) ? CaseState.Decided : CaseState.HandedOver, row.State));
        }
    }

    private async Task CheckMails(IReadOnlyList<RequestFiled> filed, IReadOnlySet<Guid> answered)
    {
        var mails = await RunningPlatform.Eventually(
            () => platform.Inside(null, (_, db) => db.Set<OutgoingMail>().AsNoTracking().Where(mail => mail.Body.Contains("est transmise à")).Select(mail => mail.Subject).ToListAsync()),
            found => found.Count >= Requests - Answered, Patience);
        Assert.Equal(filed.Where(one => !answered.Contains(one.RequestId)).Select(one => $"Votre demande {one.Number}").Order(), mails.Order());
        Assert.Equal(2, await platform.Inside(null, (_, db) => db.Set<OutgoingMail>().CountAsync(mail => mail.To == "contact@cc-giennoises.example" && mail.Subject.StartsWith("Transfert de compétence le"))));
        Assert.Equal(1, await platform.Inside(null, (_, db) => db.Set<OutgoingMail>().CountAsync(mail => mail.To == "mairie@gien.example" && mail.Subject.StartsWith("Transfert de compétence terminé"))));
    }

    private async Task<IReadOnlySet<Guid>> Decide(IReadOnlyList<RequestFiled> filed)
    {
        var some = filed.Take(Answered).ToList();
        foreach (var one in some)
        {
            var slug = await platform.Inside(null, (services, _) => Task.FromResult(services.GetRequiredService<ITerritory>().Serving(one.CommuneCog, platform.Clock.LegalToday())
                .First(serving => serving.Kind == AdministrationKind.Commune).AdministrationId));
            var name = await platform.Inside(null, async (services, _) => (await services.GetRequiredService<ITenantStore>().ById(slug, default))!.Identifier);
            await platform.Inside(name, async (_, db) =>
            {
                var found = await db.Cases.Include(row => row.Wishes).SingleAsync(row => row.RequestId == one.RequestId);
                var agent = Agent.From(new RoleGranted(Guid.NewGuid(), slug, "Ana Petit", "Instructrice", false, []));
                Assert.Null(found.Decide(agent, CaseOutcome.Accepted, "Oui", found.Steps, platform.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
        }

        return some.Select(one => one.RequestId).ToHashSet();
    }

    /// <summary>As if residents had filed: their requests, receipts, and what is told to the bus.</summary>
    private async Task<IReadOnlyList<RequestFiled>> File()
    {
        var now = platform.Clock.GetUtcNow();
        var all = Enumerable.Range(0, Requests).Select(number =>
        {
            var id = Guid.CreateVersion7(now);
            var regime = number % 2 == 0 ? SilenceRegime.Acceptance : SilenceRegime.Rejection;
            return new RequestFiled(
                id, $"2026-GIEN-{number:D8}", Guid.NewGuid(), new Applicant("Camille Martin", "camille.martin@example.org"),
                new FiledForm("bac-dechets", 1, new Text("Demander un bac"), Waste, "dechets", new Text("Service déchets"), new Silence(regime, Months: 2), 24),
                Eleven[number % Eleven.Length], now, new FiledContent([], []));
        }).ToList();
        await platform.Inside("gien", async (services, db) =>
        {
            var portal = services.GetRequiredService<Current>().RequiredAdministration.Id;
            foreach (var some in all.Chunk(100))
            {
                foreach (var one in some)
                {
                    services.GetRequiredService<Current>().ActFor(one.ResidentId);
                    var request = new Request
                    {
                        Id = one.RequestId,
                        ResidentId = one.ResidentId,
                        Number = one.Number,
                        FormSlug = one.Form.Slug,
                        FormVersion = 1,
                        TitleFr = one.Form.Title.Fr,
                        PortalId = portal,
                        CommuneCog = one.CommuneCog,
                        ApplicantEmail = one.Applicant.Email,
                        Language = "fr",
                        FiledAt = one.FiledAt,
                        Content = JsonSerializer.Serialize(one.Content),
                        Told = Telling.Keep(one),
                    };
                    request.Move(RequestState.Filed, one.FiledAt);
                    db.Add(request);
                    db.Add(Receipt.Of(request));
                    services.GetRequiredService<Outbox>().Publish(one);
                    await db.SaveChangesAsync();
                }

                db.ChangeTracker.Clear();
            }

            return 0;
        });
        return all;
    }

    private Task<string?> Holder(DateOnly on) => platform.Inside(null, async (services, _) =>
        (await services.GetRequiredService<IHolders>().Of(Waste, "45155", on, default))?.Administration.Identifier);

    private Task<int> Count(Guid transfer, TransferOutcome? outcome) => platform.Inside(null, (_, db) =>
        db.TransferredRequests.CountAsync(row => row.TransferId == transfer && (outcome == null || row.Outcome == outcome)));

    private async Task<Guid> Scheduled(TransferWish wish)
    {
        var result = await Send(new ScheduleTransfer(wish, "Test"));
        Assert.Null(result.Refusal?.Text);
        return result.Value;
    }

    private Task<T> Send<T>(IRequest<T> request) => platform.Inside(null, (services, _) => services.GetRequiredService<IMediator>().Send(request));
}
