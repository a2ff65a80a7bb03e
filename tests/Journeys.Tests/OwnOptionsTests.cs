using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>On a telephone: an administration puts its own words and prices on a shared form, and residents read them.</summary>
[Collection(nameof(Browsers))]
public sealed class OwnOptionsTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task What_a_manager_sets_is_on_the_residents_page()
    {
        await using var manager = await browsers.Visitor(width: 360);
        await manager.SignIn("nevoy", "responsable@nevoy.example", RunningPlatform.DemoPassword);
        await manager.Open("nevoy", "/agents/demarches");
        await manager.Shoot("offers");
        await manager.Open("nevoy", "/agents/demarches/salle-municipale/modifier");
        await manager.Page.Locator("[name='Typed.Prices[0].Amount']").FillAsync("cent");
        await Save(manager, "Erreur : Écrivez un montant en euros");
        await manager.Shoot("offer-wrong");

        await manager.Page.Locator("[name='Typed.Prices[0].LabelFr']").FillAsync("La journée");
        await manager.Page.Locator("[name='Typed.Prices[0].Amount']").FillAsync("100");
        await manager.Page.Locator("[name='Typed.IntroFr']").FillAsync("Les clés se prennent la veille.");
        await Save(manager, "La journée : 100,00");
        await manager.Shoot("offer");

        await manager.Open("nevoy", "/demarches/salle-municipale");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Les clés se prennent la veille.");
        await manager.Shoot("offer-resident");
    }

    private static async Task Save(Visitor manager, string words)
    {
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 15_000 });
        await manager.Arrived();
        await manager.Look();
    }
}
