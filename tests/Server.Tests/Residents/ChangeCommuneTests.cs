using Teleservices.TestKit;

namespace Teleservices.Server.Tests.Residents;

/// <summary>From one commune's portal to another's, without signing in again and without losing a draft.</summary>
public sealed class ChangeCommuneTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task The_session_and_the_drafts_follow_to_the_other_commune()
    {
        using var browser = await platform.SignedIn("camille.martin@example.org");
        await browser.Get("/demarches/apa/commencer");
        var page = await browser.Follow(await browser.Get("/"), "Changer de commune");
        Assert.Equal(11, page.Document.QuerySelectorAll("main li a").Length);
        page = await browser.Submit(page, "Chercher", ("q", "NEVOY"));
        Assert.Single(page.Document.QuerySelectorAll("main li a"));

        var there = await browser.Follow(page, "Nevoy");
        Assert.Equal(("nevoy.localhost", "Vos démarches à Nevoy"), (there.Address.Host, there.Heading));
        Assert.Contains("Camille", there.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        var drafts = await browser.At("nevoy.localhost").Get("/vos-demandes");
        var resumed = await browser.Follow(drafts, "allocation personnalisée");
        Assert.Equal(("gien.localhost", "Pour qui demandez-vous l'APA ?"), (resumed.Address.Host, resumed.Heading));
    }

    [Fact]
    public async Task A_commune_without_a_portal_leads_to_those_who_serve_it_and_nobody_has_to_sign_in()
    {
        Assert.True(await platform.ImportSmallTerritory(more: 30));
        using var browser = platform.Browser("cc-giennoises");
        var page = await browser.Follow(await browser.Get("/"), "Choisir votre commune");
        Assert.Empty(page.Document.QuerySelectorAll("main li"));

        page = await browser.Submit(page, "Chercher", ("q", "45250"));
        Assert.Contains("45250 Briare Pas encore de guichet communal ici : voyez Département du Loiret", page.Text, StringComparison.Ordinal);
        Assert.Equal(("loiret.localhost", "/"), ((await browser.Follow(page, "Loiret")).Address.Host, (await browser.Follow(page, "Loiret")).Address.AbsolutePath));

        page = await browser.Submit(page, "Chercher", ("q", "village"));
        Assert.Equal(20, page.Document.QuerySelectorAll("main li").Length);
        page = await browser.Submit(page, "Chercher", ("q", "Zanzibar"));
        Assert.Equal("Zanzibar", page.ValueOf("q"));
        Assert.Contains("Aucune commune de cette plateforme ne correspond à « Zanzibar »", page.Text, StringComparison.Ordinal);
        page = await browser.Submit(page, "Chercher", ("q", "z"));
        Assert.Equal(["Écrivez un code postal ou le nom d’une commune, par exemple 45500 ou Gien"], page.Errors);
    }
}
