using System.Net;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.TestKit;

namespace Teleservices.Cases.Tests.Agents;

/// <summary>The queue, on an administration whose cases no other test touches.</summary>
[Collection(nameof(Running))]
public sealed class CaseListTests(CasesPlatform platform)
{
    private const string Slug = "loiret";
    private const string Isabelle = "agent.autonomie@loiret.example";
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static bool filled;

    private static readonly Silence SixtyDays = new(SilenceRegime.Rejection, Days: 60);

    [Fact]
    public async Task Paging_shows_every_case_once_in_the_order_of_the_legal_deadlines_and_leads_back()
    {
        var desk = await Queue();
        var (forth, addresses) = (new List<string>(), new List<string>());
        var page = await desk.Get("/agents");
        for (var guard = 0; guard < 20; guard++)
        {
            forth.AddRange(Numbers(page));
            addresses.Add(page.Address.PathAndQuery);
            if (page.Document.QuerySelector("a[rel=next]") is not { } next)
            {
                break;
            }

            page = await desk.Get(next.GetAttribute("href")!);
        }

        Assert.Equal(63, forth.Count);
        Assert.Equal(63, forth.Distinct().Count());
        Assert.Equal("L-LATE", forth[0]);
        Assert.Equal("L-SOON", forth[1]);
        Assert.Equal("L-WAITS", forth[^1]); // the resident has the word
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"L-{i:00}"), forth.Skip(2).SkipLast(1));

        var back = new List<string>();
        for (var guard = 0; guard < 20; guard++)
        {
            back.InsertRange(0, Numbers(page));
            if (page.Document.QuerySelector("a[rel=prev]") is not { } previous)
            {
                break;
            }

            page = await desk.Get(previous.GetAttribute("href")!);
        }

        Assert.Equal(forth, back);
        Assert.Equal(3, addresses.Count);
    }

    [Theory]
    [InlineData("?retard=oui", "L-LATE")]
    [InlineData("?demarche=apa", "L-SOON")]
    [InlineData("?service=pmi", "L-SOON")]
    [InlineData("?assigne=moi", "L-SOON")]
    [InlineData("?etat=en-attente", "L-WAITS")]
    [InlineData("?etat=repondu", "L-DONE-2,L-DONE-1")] // the latest answer first
    [InlineData("?q=l-late", "L-LATE")]
    [InlineData("?q=lefevre%20zoe", "L-LATE")]
    [InlineData("?q=done", "L-DONE-2,L-DONE-1")] // a search looks at everything
    [InlineData("?q=done&etat=nouveau", "")]
    [InlineData("?demarche=apa&retard=oui", "")]
    [InlineData("?service=les-miens&retard=oui", "L-LATE")]
    public async Task Filters_in_the_address_choose(string query, string expected)
    {
        var page = await (await Queue()).Get("/agents" + query);
        Assert.Equal(expected, string.Join(',', Numbers(page)));
    }

    [Fact]
    public async Task Each_filter_is_a_chip_that_a_click_removes()
    {
        var desk = await Queue();
        var page = await desk.Get("/agents?retard=oui&q=zoe&etat=nouveau");
        Assert.Equal(["Nouveau", "Délai dépassé", "« zoe »"], page.Document.QuerySelectorAll(".app-chip").Select(chip => chip.ChildNodes.Last(node => node.NodeType == AngleSharp.Dom.NodeType.Text).TextContent.Trim()));

        var chip = page.Document.QuerySelectorAll("a.app-chip").Single(chip => chip.TextContent.Contains("Délai dépassé", StringComparison.Ordinal));
        var without = await desk.Get(chip.GetAttribute("href")!);

        Assert.Equal("/agents?etat=nouveau&q=zoe", without.Address.PathAndQuery);
        Assert.Equal("zoe", without.ValueOf("q"));
        Assert.Equal("nouveau", without.ValueOf("etat"));
    }

    [Fact]
    public async Task The_filter_form_makes_an_address_that_can_be_kept()
    {
        var desk = await Queue();
        var page = await desk.Submit(await desk.Get("/agents"), "Filtrer", ("etat", "en-attente"));
        Assert.Contains("etat=en-attente", page.Address.Query, StringComparison.Ordinal);
        Assert.Equal(["L-WAITS"], Numbers(page));
    }

    [Fact]
    public async Task Views_count_up_to_ninety_nine()
    {
        var page = await (await Queue()).Get("/agents");
        Assert.Equal(
            ["À traiter 63", "Les miens 1", "Sans agent 62", "Mes services 62", "Délai dépassé 1"],
            page.Document.QuerySelectorAll(".app-views a").Select(view => string.Join(' ', view.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("À traiter", page.Document.QuerySelector(".app-views a[aria-current]")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task A_deadline_is_told_in_words_with_its_date()
    {
        var page = await (await Queue()).Get("/agents");
        var rows = page.Document.QuerySelectorAll(".app-queue tbody tr").Select(row => row.TextContent).ToList();
        Assert.Matches(@"Dépassé depuis le \d+(er)?\s\w+\s\d{4}", rows[0]);
        Assert.Matches(@"Plus que 3 jours, avant le \d+(er)?\s\w+\s\d{4}", rows[1]);
        Assert.NotNull(page.Document.QuerySelector(".app-queue tbody th a[href^='/agents/dossiers/']"));
    }

    [Theory]
    [InlineData("?apres=nonsense")]
    [InlineData("?avant=9.1.x&etat=quelconque&demarche=%00&service=%27%22%3E&assigne=tous&retard=non")]
    [InlineData("?apres=0.99999999999999999999.00000000000000000000000000000000")]
    [InlineData("?q=%25%27%3Cscript%3E")]
    public async Task An_address_that_means_nothing_still_shows_a_queue(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await (await Queue()).Get("/agents" + query)).Status);

    private static List<string> Numbers(Page page) =>
        [.. page.Document.QuerySelectorAll(".app-queue tbody th a").Select(link => link.TextContent.Split(" – ")[0].Trim())];

    private async Task<PortalClient> Queue()
    {
        var desk = await platform.Desk(Isabelle);
        await Once.WaitAsync();
        try
        {
            if (!filled)
            {
                await Fill(desk);
                filled = true;
            }
        }
        finally
        {
            Once.Release();
        }

        return desk;
    }

    private async Task Fill(PortalClient desk)
    {
        var now = platform.Clock.GetUtcNow();
        OpenCase Order(string number, DateOnly silenceOn, string applicant = "Camille Martin", string form = "aide", string team = "autonomie") =>
            TestData.Order(number, applicant, form, "Demander " + form, team, SixtyDays, Noon(silenceOn.AddDays(-60)));
        var today = ParisDay.Of(now);
        var orders = Enumerable.Range(0, 60).Select(i => Order($"L-{i:00}", today.AddDays(30 + i))).Reverse().ToList();
        orders.Add(Order("L-WAITS", today.AddDays(1)));
        orders.Add(Order("L-SOON", today.AddDays(3), form: "apa", team: "pmi"));
        orders.Add(Order("L-LATE", today.AddDays(-3), "Zoé Lefèvre"));
        orders.Add(Order("L-DONE-1", today.AddDays(20)));
        orders.Add(Order("L-DONE-2", today.AddDays(20)));
        var ids = await platform.CreateCases(orders, Slug);
        await desk.Step(ids[61], "prendre");
        await desk.Step(ids[60], "demander", ("Missing", "Un justificatif"));
        await desk.Step(ids[63], "repondre", ("Outcome", "Accepted"));
        platform.Clock.Shift(TimeSpan.FromSeconds(2));
        await desk.Step(ids[64], "repondre", ("Outcome", "Accepted"));
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
