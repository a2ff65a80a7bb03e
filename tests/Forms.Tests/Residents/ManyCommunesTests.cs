using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents;

/// <summary>With more communes than a list can hold, their names are typed. Nobody but the département serves the made-up ones.</summary>
public sealed class ManyCommunesTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Camille = "camille.martin@example.org";
    private const string Roads = "/demarches/signalement-voirie";

    [Fact]
    public async Task The_commune_of_a_place_is_typed_recognised_and_shown_by_its_name()
    {
        using var browser = await Visitor(Camille);
        var page = await browser.Submit(await browser.Get($"{Roads}/commencer"), "Continuer", ("Commune", "45155"));
        page = await browser.Submit(page, null, ("nature", "chaussee"), ("danger", "no"), ("description", "Un trou"));
        Assert.Empty(page.Document.QuerySelectorAll("select"));
        Assert.Equal(("45500", "Gien"), (page.ValueOf("adresse.postcode"), page.ValueOf("adresse.commune")));

        page = await browser.Submit(page, null, ("adresse.street", "3 rue Haute"), ("adresse.postcode", "45900"), ("adresse.commune", "Village"));
        Assert.Contains(page.Errors, error => error.StartsWith("Aucune commune ne s’appelle ainsi à ce code postal. Au 45900 : Village 0, ", StringComparison.Ordinal));
        Assert.Equal("Village", page.ValueOf("adresse.commune"));

        // Those that can be meant are there to choose from, and any other can be typed again.
        var meant = page.Document.QuerySelectorAll("select[name='adresse.commune'] option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Equal(("", "Village", "45400", ""), (meant[0], meant[1], meant[2], meant[^1]));
        page = await browser.Submit(page, null, ("adresse.commune", ""));
        Assert.NotEmpty(page.Errors);
        Assert.Empty(page.Document.QuerySelectorAll("select"));

        // Recognised, but nobody answers there; what was typed stays.
        page = await browser.Submit(page, null, ("adresse.commune", "VILLAGE 7"));
        Assert.Equal(["À Village 7, personne ne répond à cette démarche sur cette plateforme : adressez-vous à la mairie de cette commune"], page.Errors);
        Assert.Equal(("3 rue Haute", "Village 7"), (page.ValueOf("adresse.street"), page.ValueOf("adresse.commune")));

        page = await browser.Submit(page, null, ("adresse.postcode", "45500"), ("adresse.commune", "nevoy"));
        Assert.Empty(page.Errors);
        Assert.Equal("Nevoy", (await browser.Get($"{Roads}/remplir/lieu")).ValueOf("adresse.commune"));
    }

    [Theory]
    [InlineData("signalement-voirie", "NEV")]
    [InlineData("acte-naissance", "45500 névoy")]
    public async Task A_request_for_another_place_goes_to_whoever_answers_there(string form, string typed)
    {
        using var browser = await Visitor(Camille);
        var page = await browser.Submit(await browser.Get($"/demarches/{form}/commencer"), "Continuer", ("Commune", "ailleurs"), ("Search", typed));
        Assert.Equal("45227", page.ValueOf("Commune"));
        Assert.Contains("Commune de Nevoy vous répond. Fondement : ", page.Text, StringComparison.Ordinal);
        await browser.Submit(page, "Continuer");

        var check = await browser.FillIn(form, new Dictionary<string, string> { ["exemplaires"] = "1" });
        Assert.Contains("Votre demande sera transmise à : Commune de Nevoy", check.Text, StringComparison.Ordinal);
        var filed = await browser.Submit(check, "Envoyer");
        await RunningPlatform.Eventually(
            () => browser.Get(filed.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal)),
            tracked => tracked.Text.Contains("Reçue par le service", StringComparison.Ordinal) && tracked.Text.Contains("Nevoy", StringComparison.Ordinal));

        // Its queue has it, and that of the portal where it was filed has not.
        using var there = await platform.SignedIn("responsable@nevoy.example", "nevoy");
        using var here = await platform.SignedIn("responsable@gien.example");
        Assert.NotNull((await there.Get($"/agents?q={filed.Number()}")).Document.QuerySelector("main a[href^='/agents/dossiers/']"));
        Assert.Null((await here.Get($"/agents?q={filed.Number()}")).Document.QuerySelector("main a[href^='/agents/dossiers/']"));
    }

    [Theory]
    [InlineData("village 7", "À Village 7, personne ne répond à cette démarche sur cette plateforme : adressez-vous à la mairie de cette commune")]
    [InlineData(" Zanzibar ", "Aucune commune de cette plateforme ne correspond à « Zanzibar » : vérifiez le code postal ou le nom, ou adressez-vous à la mairie du lieu")]
    [InlineData("", "Écrivez un code postal ou le nom d’une commune, par exemple 45500 ou Gien")]
    [InlineData("<b>?", "Aucune commune de cette plateforme ne correspond à « <b>? » : vérifiez le code postal ou le nom, ou adressez-vous à la mairie du lieu")]
    public async Task A_place_that_nobody_answers_for_is_said_so_and_stays_typed(string typed, string sentence)
    {
        using var browser = await Visitor("agent.etat-civil@gien.example");
        var page = await browser.Submit(await browser.Get($"{Roads}/commencer"), "Continuer", ("Commune", "ailleurs"), ("Search", typed));
        Assert.Equal([sentence], page.Errors);
        Assert.Equal((typed, "ailleurs"), (page.ValueOf("Search"), page.ValueOf("Commune")));

        // Nor does an invented answer begin a draft.
        page = await browser.Submit(page, "Continuer", ("Commune", "45407"));
        Assert.Equal(["À Village 7, personne ne répond à cette démarche sur cette plateforme : adressez-vous à la mairie de cette commune"], page.Errors);
    }

    [Theory]
    [InlineData("45900", 20, "45400")]
    [InlineData("45900 VILLAGE 31", 1, "45431")]
    [InlineData("saint-gondon", 1, "45280")]
    public async Task On_the_host_of_a_departement_the_commune_is_searched_for(string typed, int found, string first)
    {
        using var browser = await Visitor("agent.voirie@gien.example", "loiret");
        var page = await browser.Submit(await browser.Get("/demarches/apa/commencer"), "Continuer", ("Search", typed));
        var offered = page.Document.QuerySelectorAll("input[name=Commune]").Select(input => input.GetAttribute("value")).ToList();
        Assert.Equal((found + 1, first, "ailleurs"), (offered.Count, offered[0], offered[^1]));
        Assert.Equal(typed, page.ValueOf("Search"));
    }

    /// <summary>Signed in where there are many communes.</summary>
    private async Task<PortalClient> Visitor(string email, string slug = "gien")
    {
        Assert.True(await platform.ImportSmallTerritory(more: 250));
        return await platform.SignedIn(email, slug);
    }
}
