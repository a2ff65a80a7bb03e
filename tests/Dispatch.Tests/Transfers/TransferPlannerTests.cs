using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch.Routing;
using Teleservices.Dispatch.Transfers;

namespace Teleservices.Dispatch.Tests.Transfers;

/// <summary>What a transfer does to the register, without a single request.</summary>
public sealed class TransferPlannerTests(RegisterOnly platform) : IClassFixture<RegisterOnly>
{
    private const string Epci = "cc-giennoises";
    private static readonly DateOnly Day = new(2090, 1, 1);

    [Fact]
    public async Task What_each_commune_holds_by_law_goes_to_the_EPCI_on_its_whole_territory()
    {
        var before = await Register();
        var id = await Scheduled(new TransferWish("salles-municipales", [], Epci, Day, "Arrêté"));
        Assert.All(RegisterOnly.Eleven, cog => Assert.NotEqual(Epci, Holder("salles-municipales", cog, Day.AddDays(-1))));
        Assert.All(RegisterOnly.Eleven, cog => Assert.Equal(Epci, Holder("salles-municipales", cog, Day)));
        await Cancelled(id);
        Assert.Equal(before, await Register());
    }

    [Fact]
    public async Task What_the_EPCI_holds_goes_back_to_each_commune_itself()
    {
        var id = await Scheduled(new TransferWish("environnement-energie", RegisterOnly.Eleven, null, Day, "Arrêté"));
        Assert.All(RegisterOnly.Eleven, cog => Assert.Equal(Epci, Holder("environnement-energie", cog, Day.AddDays(-1))));
        Assert.Equal(RegisterOnly.Eleven.Length, RegisterOnly.Eleven.Select(cog => Holder("environnement-energie", cog, Day)).Distinct().Count());
        Assert.DoesNotContain(Epci, RegisterOnly.Eleven.Select(cog => Holder("environnement-energie", cog, Day)));
        await Cancelled(id);
    }

    [Fact]
    public async Task Only_some_communes_go_and_the_EPCI_keeps_the_rest_by_the_act_it_has()
    {
        var (before, act) = (await Register(), Act("assainissement", "45227", Day));
        var id = await Scheduled(new TransferWish("assainissement", ["45155"], null, Day, "Arrêté de restitution"));
        Assert.Equal(("gien", "Arrêté de restitution"), (Holder("assainissement", "45155", Day), Act("assainissement", "45155", Day)));
        Assert.All(RegisterOnly.Eleven.Where(cog => cog != "45155"), cog => Assert.Equal((Epci, act), (Holder("assainissement", cog, Day), Act("assainissement", cog, Day))));
        Assert.Equal(Epci, Holder("assainissement", "45155", Day.AddDays(-1)));
        await Cancelled(id);
        Assert.Equal(before, await Register());
        Assert.NotNull((await platform.Send(new CancelTransfer(id, "Test"))).Refusal);
    }

    [Theory]
    [InlineData("dechets-menagers", "45155", null, "2020-01-01", "Indiquez le premier jour : aujourd’hui ou plus tard, par exemple 2027-01-01.")]
    [InlineData("dechets-menagers", "45155", null, null, "Indiquez le premier jour : aujourd’hui ou plus tard, par exemple 2027-01-01.")]
    [InlineData("dechets-menagers", "45227", "gien", "2090-01-01", "{0} ne dessert pas {1} : une compétence ne s’exerce que sur son territoire.")]
    [InlineData("dechets-menagers", "99999", null, "2090-01-01", "La commune « {0} » n’est pas sur la plateforme.")]
    [InlineData("dechets-menagers", "45155", Epci, "2090-01-01", "Rien ne changerait : la compétence est déjà là où elle doit aller, ce jour-là.")]
    [InlineData("dechets-menagers", "45155", "nobody", "2090-01-01", "Aucune administration ne s’appelle « {0} ».")]
    [InlineData("unknown", "45155", null, "2090-01-01", "Choisissez la compétence.")]
    public async Task What_cannot_be_is_refused_in_words_and_not_written(string competence, string cog, string? to, string? on, string words)
    {
        var before = await Register();
        var wish = new TransferWish(competence, [cog], to, on is null ? null : DateOnly.Parse(on, null), "Arrêté");
        Assert.Equal([words], (await platform.Send(new PlanTransfer(wish))).Refusals.Select(refusal => refusal.Text));
        Assert.Equal(words, (await platform.Send(new ScheduleTransfer(wish, "Test"))).Refusal?.Text);
        Assert.Equal(before, await Register());
    }

    [Fact]
    public async Task A_transfer_that_another_builds_on_is_not_cancelled_before_it_and_none_is_slipped_in_front()
    {
        var first = await Scheduled(new TransferWish("police-voirie", ["45155", "45227"], Epci, Day, "Arrêté"));
        var second = await Scheduled(new TransferWish("police-voirie", ["45155", "45227"], "loiret", Day.AddDays(10), "Arrêté"));
        Assert.StartsWith("Un transfert ultérieur", (await platform.Send(new CancelTransfer(first, "Test"))).Refusal?.Text, StringComparison.Ordinal);
        await Cancelled(second);
        var slipped = (await platform.Send(new ScheduleTransfer(new TransferWish("police-voirie", ["45155", "45227"], "loiret", Day.AddDays(-10), "Arrêté"), "Test"))).Refusal;
        Assert.StartsWith("Un transfert de cette compétence", slipped?.Text, StringComparison.Ordinal);
        await Cancelled(first);
    }

    /// <summary>Any transfers in any order, some cancelled: what is accepted does what it says on its day, and the register names one holder everywhere for thirty years.</summary>
    [Fact]
    public async Task Whatever_is_scheduled_and_cancelled_the_register_names_one_holder_everywhere()
    {
        var (random, before, open) = (new Random(45155), await Register("domaine-public"), new List<(Guid Id, IReadOnlyList<string> Communes, string? To, DateOnly On)>());
        var (accepted, refused) = (0, 0);
        for (var step = 0; step < 120; step++)
        {
            if (open.Count > 0 && random.Next(3) == 0)
            {
                var one = open[random.Next(open.Count)];
                open.RemoveAll(other => other.Id == one.Id && platform.Send(new CancelTransfer(one.Id, "Test")).GetAwaiter().GetResult().Refusal is null);
            }
            else
            {
                string[] communes = [.. RegisterOnly.Eleven.Where(_ => random.Next(3) == 0)];
                var (to, on) = (random.Next(3) switch { 0 => Epci, 1 => "loiret", _ => null }, Day.AddDays(random.Next(5)));
                var result = await platform.Send(new ScheduleTransfer(new TransferWish("domaine-public", communes, to, on, $"Arrêté {step}"), "Test"));
                if (result.Refusal is null)
                {
                    open.Add((result.Value, communes.Length > 0 ? communes : RegisterOnly.Eleven, to, on));
                }

                (accepted, refused) = result.Refusal is null ? (accepted + 1, refused) : (accepted, refused + 1);
            }

            var walk = new CoverageWalk(Current, ["domaine-public"], RegisterOnly.Eleven, Day.AddDays(-1), Day.AddYears(30)).Walk(new HashSet<Guid>());
            Assert.Empty(walk.Gaps);
            foreach (var (_, communes, to, on) in open)
            {
                Assert.All(communes, cog => Assert.Equal(Last(open, cog, on), Holder("domaine-public", cog, on)));
            }
        }

        Assert.True(accepted > 10 && refused > 10, $"{accepted} accepted, {refused} refused");
        foreach (var one in open.OrderByDescending(one => one.On).ThenByDescending(one => one.Id))
        {
            await Cancelled(one.Id);
        }

        Assert.Equal(before, await Register("domaine-public"));
    }

    private CompetenceRegister Current => platform.Host.Services.GetRequiredService<Registers>().Current;

    /// <summary>Who holds it on a day by the last of these transfers, the latest of a day first.</summary>
    private string Last(IEnumerable<(Guid Id, IReadOnlyList<string> Communes, string? To, DateOnly On)> open, string cog, DateOnly on)
    {
        var last = open.Where(one => one.Communes.Contains(cog) && one.On <= on).OrderByDescending(one => one.On).ThenByDescending(one => one.Id).First();
        return last.To ?? Holder("etat-civil", cog, on);
    }

    private string Holder(string competence, string cog, DateOnly on) => platform.Names[Current.Resolve(competence, cog, on).HolderId!.Value];

    private string? Act(string competence, string cog, DateOnly on) => Current.Resolve(competence, cog, on).LegalAct;

    private async Task<Guid> Scheduled(TransferWish wish)
    {
        var result = await platform.Send(new ScheduleTransfer(wish, "Test"));
        Assert.Null(result.Refusal?.Text);
        return result.Value;
    }

    private async Task Cancelled(Guid id) => Assert.Null((await platform.Send(new CancelTransfer(id, "Test"))).Refusal?.Text);

    /// <summary>The register in the store, as text.</summary>
    private Task<IReadOnlyList<string>> Register(string? competence = null) => platform.Host.Work<IReadOnlyList<string>>(null, async (_, db) =>
        [.. (await db.CompetenceAssignments.AsNoTracking().Where(row => competence == null || row.Competence == competence).ToListAsync())
            .Select(row => $"{row.Id} {row.Competence} {row.HolderId} {string.Join(' ', row.Communes)} {row.Since:O} {row.Until:O} {row.Kind} {row.LegalAct}").Order(StringComparer.Ordinal)]);
}
