using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents;

/// <summary>With more communes than a list can hold, their names are typed.</summary>
public sealed class ManyCommunesTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task The_commune_of_a_place_is_typed_recognised_and_shown_by_its_name()
    {
        Assert.True(await platform.ImportSmallTerritory(more: 250));
        using var browser = await platform.SignedIn("camille.martin@example.org");
        var start = await RunningPlatform.Eventually(() => browser.Get("/demarches/signalement-voirie/commencer"), page => (int)page.Status == 200);
        var page = await browser.Submit(start, null, ("nature", "chaussee"), ("danger", "no"), ("description", "Un trou"));
        Assert.Empty(page.Document.QuerySelectorAll("select"));

        page = await browser.Submit(page, null, ("adresse.street", "3 rue Haute"), ("adresse.postcode", "45900"), ("adresse.commune", "Village"));
        Assert.Contains(page.Errors, error => error.StartsWith("Aucune commune ne s’appelle ainsi à ce code postal. Au 45900 : Village 0, ", StringComparison.Ordinal));
        Assert.Equal("Village", page.ValueOf("adresse.commune"));

        page = await browser.Submit(page, null, ("adresse.commune", "VILLAGE 7"));
        Assert.Empty(page.Errors);
        page = await browser.Get("/demarches/signalement-voirie/remplir/lieu");
        Assert.Equal("Village 7", page.ValueOf("adresse.commune"));
    }
}
