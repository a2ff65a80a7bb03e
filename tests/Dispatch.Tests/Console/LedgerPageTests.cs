using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Dispatch.Tests.Bus;
using Teleservices.Platform.Seeds;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Console;

[Collection(nameof(Running))]
public sealed class LedgerPageTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_filed_request_is_shown_from_filing_to_delivery_with_its_custody_and_why()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var filed = DispatchBus.Filed() with { Applicant = new Applicant("Capucine Delaunay", "capucine@example.org") };
        await platform.File(filed);

        var page = await RunningPlatform.Eventually(
            () => browser.Get($"/console/acheminement/{filed.Number}"), page => page.Text.Contains("Communauté des communes giennoises", StringComparison.Ordinal) && Tag(page) == "Remise");

        Assert.Contains(filed.Number, page.Heading, StringComparison.Ordinal);
        Assert.Contains("par transfert", page.Text, StringComparison.Ordinal);
        Assert.Contains("CGCT, art. L5214-16", page.Text, StringComparison.Ordinal);
        Assert.Contains("Retenue", page.Text, StringComparison.Ordinal);

        // IT staff see the way, never what the resident wrote or who they are.
        Assert.DoesNotContain("Delaunay", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("capucine", page.Text, StringComparison.Ordinal);

        var list = await browser.Get("/console/acheminement?etat=remise&service=cc-giennoises");
        Assert.Contains(filed.Number, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Number, (await browser.Get("/console/acheminement?service=loiret")).Text, StringComparison.Ordinal);
        Assert.Contains("Envoyée à l’administration", page.Text, StringComparison.Ordinal);
        foreach (var state in (string[])["triage", "acheminee", "envoyee", "attente"])
        {
            Assert.DoesNotContain(filed.Number, (await browser.Get($"/console/acheminement?etat={state}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains(filed.Number, (await browser.Get($"/console/acheminement?numero={filed.Number}")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_holder_is_counted_shown_and_can_be_routed_again()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var filed = DispatchBus.Filed("espace");
        await platform.File(filed);
        var page = await RunningPlatform.Eventually(() => browser.Get($"/console/acheminement/{filed.Number}"), page => page.Status == HttpStatusCode.OK);
        Assert.Contains("La demande est conservée en entier", page.Text, StringComparison.Ordinal);
        Assert.Contains("Le registre ne connaît pas cette compétence", page.Text, StringComparison.Ordinal);
        Assert.Contains(filed.Number, (await browser.Get("/console/acheminement?etat=triage")).Text, StringComparison.Ordinal);

        page = await browser.Submit(page, "Acheminer de nouveau");
        Assert.Contains("Aucune administration n’est compétente aujourd’hui", page.Errors.Single(), StringComparison.Ordinal);

        using var seeds = new SeedsOnDisk();
        seeds.Append("competences.yaml", "- { code: espace, label: { fr: Espace, en: Space }, holder: departement, legal_act: Un texte }");
        seeds.Append("assignments.yaml", "- { competence: espace, holder: loiret, kind: law, since: 2020-01-01, legal_act: Un texte }");
        await platform.Inside<object?>(null, async (services, _) =>
            await services.GetRequiredService<SeedRunner>().Run(new SeedFolder(seeds.Folder, demo: false), CancellationToken.None));
        page = await browser.Submit(page, "Acheminer de nouveau");
        Assert.Empty(page.Errors);
        Assert.Contains("La demande est acheminée.", page.Text, StringComparison.Ordinal);
        await RunningPlatform.Eventually(() => browser.Get($"/console/acheminement/{filed.Number}"), page => Tag(page) == "Remise");
    }

    [Fact]
    public async Task The_list_goes_forth_and_back_without_losing_or_repeating_a_request()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");

        // All filed in the same tick: the number decides the order.
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var filed = Enumerable.Range(0, 120).Select(_ => DispatchBus.Filed("transport-eleves-handicapes", at: at)).ToList();
        foreach (var request in filed)
        {
            await platform.File(request);
        }

        const string Mine = "/console/acheminement?service=loiret&etat=remise";
        await RunningPlatform.Eventually(() => Walk(browser, Mine, "Page suivante"), seen => seen.SelectMany(page => page).Intersect(filed.Select(f => f.Number)).Count() == 120);
        var forth = await Walk(browser, Mine, "Page suivante");
        Assert.True(forth.Count >= 3);
        Assert.Equal(forth.SelectMany(page => page).Distinct().Count(), forth.Sum(page => page.Count));
        Assert.Equal(120, forth.SelectMany(page => page).Intersect(filed.Select(f => f.Number)).Count());

        var last = await Last(browser, Mine);
        var back = await Walk(browser, last, "Page précédente");
        Assert.Equal(forth.SelectMany(page => page).Order(), back.SelectMany(page => page).Order());
    }

    [Fact]
    public async Task An_unknown_administration_in_the_filter_is_told()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var page = await browser.Get("/console/acheminement?service=atlantis");
        Assert.Equal("Aucune administration n’a l’identifiant « atlantis ».", page.Errors.Single());
        Assert.Equal("atlantis", page.ValueOf("service"));
    }

    [Theory]
    [InlineData("/console/acheminement?etat=%27%3B&service=..%2F&numero=%25&apres=x&avant=y")]
    [InlineData("/console/acheminement?apres=2026-NOWHERE&etat=inconnu")]
    public async Task Nonsense_in_the_address_does_no_harm(string path)
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/console/acheminement/2026-NOWHERE")).Status);
    }

    private static string Tag(Page page) => page.Document.QuerySelector("main .app-tag")?.TextContent.Trim() ?? "";

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> Walk(PortalClient browser, string from, string words)
    {
        var pages = new List<IReadOnlyList<string>>();
        var page = await browser.Get(from);
        while (true)
        {
            pages.Add([.. page.Document.QuerySelectorAll("tbody td:first-child a").Select(link => link.TextContent.Trim())]);
            if (page.Document.QuerySelectorAll(".app-pager a").All(link => !link.TextContent.Contains(words, StringComparison.Ordinal)))
            {
                return pages;
            }

            page = await browser.Follow(page, words);
            Assert.True(pages.Count < 50, string.Create(CultureInfo.InvariantCulture, $"The list does not end: {pages.Count} pages."));
        }
    }

    private static async Task<string> Last(PortalClient browser, string from)
    {
        var page = await browser.Get(from);
        while (page.Document.QuerySelectorAll(".app-pager a").Any(link => link.TextContent.Contains("Page suivante", StringComparison.Ordinal)))
        {
            page = await browser.Follow(page, "Page suivante");
        }

        return page.Address.PathAndQuery;
    }
}
