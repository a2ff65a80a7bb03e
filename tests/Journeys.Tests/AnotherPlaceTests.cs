using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>On a telephone without JavaScript: a request for another place than one's commune, and the way to another commune's portal.</summary>
[Collection(nameof(Browsers))]
public sealed class AnotherPlaceTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task The_place_is_searched_for_and_the_page_says_who_answers_there()
    {
        await using var resident = await browsers.Visitor(javaScript: false, width: 360);
        await resident.SignIn("gien", "odette.lefevre@example.org", RunningPlatform.DemoPassword);
        await resident.Open("gien", "/demarches/bac-dechets/commencer");
        await resident.Shoot("place");

        await resident.Page.GetByLabel("Un autre lieu").CheckAsync();
        await resident.Page.GetByLabel("Code postal ou nom de la commune").FillAsync("Zanzibar");
        await Continue(resident, "Erreur : Aucune commune");
        await resident.Shoot("place-unknown");

        await resident.Page.GetByLabel("Code postal ou nom de la commune").FillAsync("45290");
        await Continue(resident, "45290 Boismorand");
        await resident.Shoot("place-found");
        Assert.Equal(7, await resident.Page.GetByRole(AriaRole.Radio).CountAsync());

        await resident.Open("gien", "/changer-de-commune?q=saint");
        await resident.Shoot("change-commune");
        await resident.Page.GetByRole(AriaRole.Link, new() { Name = "45500 Saint-Gondon" }).ClickAsync();
        await Assertions.Expect(resident.Page.Locator("h1")).ToHaveTextAsync("Vos démarches à Saint-Gondon", new() { Timeout = 15_000 });
        await Assertions.Expect(resident.Page.Locator("header")).ToContainTextAsync("Odette");
        await resident.Look();
    }

    private static async Task Continue(Visitor resident, string words)
    {
        await resident.Page.GetByRole(AriaRole.Button, new() { Name = "Continuer", Exact = true }).ClickAsync();
        await Assertions.Expect(resident.Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 15_000 });
        await resident.Arrived();
        await resident.Look();
    }
}
