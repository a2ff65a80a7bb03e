using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Mail;
using Teleservices.TestKit;

namespace Teleservices.Server.Tests.Console;

/// <summary>Pages of the console that put several modules together.</summary>
public sealed class ConsolePagesTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string ItStaff = "informatique@console.example";

    [Fact]
    public async Task Every_administration_is_listed_with_state_hosts_forms_and_open_requests()
    {
        await platform.Inside("gien", (services, db) =>
        {
            services.GetRequiredService<Outbox>().Publish(new RequestFiled(
                Guid.NewGuid(), "2026-GIEN-TEST", Guid.NewGuid(), new Applicant("Camille Martin", "camille.martin@example.org"),
                new FiledForm("bac-dechets", 1, new Text("Demander un bac"), "dechets-menagers", "dechets", new Text("Service déchets"), new Silence(SilenceRegime.None), 24),
                "45155", platform.Clock.GetUtcNow(), new FiledContent([], [])));
            return db.SaveChangesAsync();
        });
        using var browser = await platform.SignedIn(ItStaff, "console");
        var page = await RunningPlatform.Eventually(() => browser.Get("/console"), page => Row(page, "244500211").EndsWith('1'));

        Assert.Equal(13, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("En service", Row(page, "214501553"), StringComparison.Ordinal);
        var link = page.Document.QuerySelectorAll("tbody a").Single(link => link.TextContent == "gien.localhost");
        Assert.Equal($"http://gien.localhost:{platform.Port}/", link.GetAttribute("href"));

        // Forms of each level, as the seeds have them: what an administration holds is what the routing gives it.
        Assert.Equal(Forms("epci"), Cells(page, "244500211")[4]);
        Assert.Equal(Forms("commune"), Cells(page, "214501553")[4]);
        Assert.Equal(Forms("departement"), Cells(page, "224500017")[4]);
    }

    [Fact]
    public async Task A_sheet_wants_a_reason_for_a_new_state_and_keeps_who_when_and_why()
    {
        using var browser = await platform.SignedIn(ItStaff, "console");
        const string Sheet = "/console/administrations/nevoy";
        Assert.Contains("L’état n’a pas changé depuis l’arrivée", (await browser.Get(Sheet)).Text, StringComparison.Ordinal);
        var page = await browser.Submit(await browser.Get(Sheet), "Suspendre", ("Reason", ""));
        Assert.Equal(["Dites pourquoi : la raison reste dans l’historique de l’administration."], page.Errors);
        page = await browser.Submit(page, "Suspendre", ("Reason", "Inondation de la mairie"));
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Inondation de la mairie", StringComparison.Ordinal)).TextContent;
        Assert.Contains("En service", row, StringComparison.Ordinal);
        Assert.Contains("Suspendue", row, StringComparison.Ordinal);
        Assert.Contains("Noé Vasseur", row, StringComparison.Ordinal);
        await browser.Submit(page, "Remettre en service", ("Reason", "L’eau est partie"));
        Assert.DoesNotContain("Inondation", (await browser.Get("/console/administrations/gien")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=gien", 3)]
    [InlineData("?q=GÏEN%20", 3)]
    [InlineData("?q=2445", 1)]
    [InlineData("?q=45227", 1)]
    [InlineData("?q=saint%20martin", 1)]
    [InlineData("?q=%25", 0)]
    [InlineData("?apres=saint-gondon", 1)]
    public async Task It_is_found_by_name_SIREN_or_COG(string query, int expected)
    {
        using var browser = await platform.SignedIn(ItStaff, "console");
        Assert.Equal(expected, (await browser.Get("/console" + query)).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("demarche:bac-dechets", "Communauté des communes giennoises est compétente")]
    [InlineData("demarche:signalement-voirie", "Ville de Gien est compétente")]
    [InlineData("competence:autonomie", "Département du Loiret est compétente")]
    public async Task Who_is_competent_is_explained(string what, string words)
    {
        using var browser = await platform.SignedIn(ItStaff, "console");
        var form = await browser.Get("/console/competences/expliquer");
        var page = await browser.Submit(form, "Expliquer", ("quoi", what), ("commune", "45155"), ("date", "2027-01-01"));
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains("Retenue", page.Text, StringComparison.Ordinal);
        Assert.Equal((what, "45155", "2027-01-01"), (page.ValueOf("quoi"), page.ValueOf("commune"), page.ValueOf("date")));
    }

    [Fact]
    public async Task What_is_missing_in_the_question_is_told_and_what_was_given_is_kept()
    {
        using var browser = await platform.SignedIn(ItStaff, "console");
        var page = await browser.Get("/console/competences/expliquer?quoi=demarche:nowhere&commune=45155&date=2027-02-30");
        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("45155", page.ValueOf("commune"));
    }

    [Fact]
    public async Task A_mail_is_read_as_text_and_only_links_to_the_platform_are_links()
    {
        var id = Guid.NewGuid();
        await platform.Inside(null, (services, db) =>
        {
            db.Add(new OutgoingMail
            {
                Id = id,
                To = "camille.martin@example.org",
                FromName = "Ville de Gien",
                Subject = "Votre <demande>",
                Body = $"Bonjour,\n\nhttp://connexion.localhost:{platform.Port}/confirmer?jeton=1\nhttps://evil.example/x <script>alert(1)</script>",
                WrittenAt = platform.Clock.GetUtcNow(),
                DueAt = platform.Clock.GetUtcNow().AddYears(1),
            });
            return db.SaveChangesAsync();
        });
        using var browser = await platform.SignedIn(ItStaff, "console");
        var list = await browser.Get("/console/courriels");
        Assert.Contains("En attente", list.Text, StringComparison.Ordinal);
        var mail = await browser.Follow(list, "Votre <demande>");
        Assert.Equal("Votre <demande>", mail.Heading);
        Assert.Empty(mail.Document.QuerySelectorAll("main script"));
        Assert.Equal([$"http://connexion.localhost:{platform.Port}/confirmer?jeton=1"], mail.Document.QuerySelectorAll(".app-message__text a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/console/courriels/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_console_speaks_English_too()
    {
        using var browser = await platform.SignedIn(ItStaff, "console");
        await browser.Get("/langue?culture=en&retour=/console");
        Assert.Equal("Delivery", (await browser.Get("/console/acheminement")).Heading);
        Assert.Equal("Who is competent?", (await browser.Get("/console/competences/expliquer")).Heading);
        Assert.Equal("E-mails", (await browser.Get("/console/courriels")).Heading);
    }

    private static string Forms(string level) => Directory.GetFiles(Path.Combine(ModuleHost.Seeds, "forms", level), "*.yaml").Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Cells(Page page, string siren) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(siren, StringComparison.Ordinal)).Children.Select(cell => cell.TextContent.Trim())];

    private static string Row(Page page, string siren) =>
        page.Document.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.TextContent.Contains(siren, StringComparison.Ordinal))?.TextContent.Trim() ?? "";
}

/// <summary>Where a mail server is configured, mails are their recipients' alone.</summary>
public sealed class MailsBehindAServerTests(MailsBehindAServerTests.WithMailServer platform) : IClassFixture<MailsBehindAServerTests.WithMailServer>
{
    public sealed class WithMailServer : RunningPlatform
    {
        protected override IEnumerable<string> Arguments => ["--Mail:Host", "127.0.0.1", "--Mail:Port", "9"];
    }

    [Fact]
    public async Task Only_the_sending_is_shown()
    {
        var id = Guid.NewGuid();
        await platform.Inside(null, (services, db) =>
        {
            db.Add(new OutgoingMail
            {
                Id = id,
                To = "camille.martin@example.org",
                FromName = "Ville de Gien",
                Subject = "Votre demande",
                Body = "Secret",
                WrittenAt = platform.Clock.GetUtcNow(),
                DueAt = platform.Clock.GetUtcNow().AddYears(1),
            });
            return db.SaveChangesAsync();
        });
        using var browser = await platform.SignedIn("informatique@console.example", "console");
        var list = await browser.Get("/console/courriels");
        Assert.Contains("c…@example.org", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("camille.martin", list.Text, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll("tbody a"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/console/courriels/{id}")).Status);
    }
}
