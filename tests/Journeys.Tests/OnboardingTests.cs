using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>IT staff bring a commune on board on the console, on a narrow screen, step by step, and leave it half-way.</summary>
[Collection(nameof(Browsers))]
public sealed class OnboardingTests(Browsers browsers)
{
    private const int Telephone = 360;

    [ChromiumFact]
    public async Task A_commune_is_found_completed_tried_and_put_live()
    {
        Assert.True(await browsers.ImportSmallTerritory());
        await using var staff = await browsers.Visitor(width: Telephone);
        await staff.SignIn("console", "informatique@console.example", RunningPlatform.DemoPassword);
        await staff.Open("console", "/console/administrations/nouvelle?q=briare");
        await staff.Shoot("onboard-find");
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Briare" }).First.ClickAsync();
        await staff.Look();
        await staff.Shoot("onboard-plan");

        // What is wrong is said, and nothing that was typed is lost.
        await staff.Page.GetByLabel("Adresse électronique", new() { Exact = true }).FillAsync("mairie chez briare");
        await staff.Page.GetByLabel("Adresse postale").FillAsync("Place Charles-de-Gaulle, 45250 Briare");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Accueillir à l’essai" }).ClickAsync();
        await Assertions.Expect(staff.Page.GetByText("doit ressembler à nom@exemple.fr").First).ToBeVisibleAsync();
        await staff.Look();
        await Assertions.Expect(staff.Page.GetByLabel("Adresse postale")).ToHaveValueAsync("Place Charles-de-Gaulle, 45250 Briare");
        await staff.Page.GetByLabel("Adresse électronique", new() { Exact = true }).FillAsync("mairie@briare.example");
        await staff.Press("Accueillir à l’essai");
        await staff.Shoot("onboard-sheet");

        // Another day: the rest.
        await staff.Open("console", "/console/administrations/briare");
        await staff.Page.GetByLabel("Téléphone").FillAsync("02 61 91 45 99");
        await staff.Page.GetByLabel("Heures d’ouverture", new() { Exact = true }).FillAsync("Le matin");
        await staff.Page.GetByLabel("Adresse du délégué à la protection des données").FillAsync("dpo@briare.example");
        await Invite(staff, "anne@briare.example", "Anne");
        await Invite(staff, "paul@briare.example", "Paul");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Mettre en service" }).ClickAsync();
        await Assertions.Expect(staff.Page.GetByText("Aucune demande d’essai n’a fait le trajet").First).ToBeVisibleAsync();
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer une demande d’essai" }).ClickAsync();
        await staff.Arrived();
        for (var tries = 0; tries < 50 && await staff.Page.GetByText("À faire").CountAsync() > 0; tries++)
        {
            await Task.Delay(200);
            await staff.Page.ReloadAsync();
        }

        await staff.Look();
        await staff.Shoot("onboard-ready");
        await staff.Press("Mettre en service");
        await Assertions.Expect(staff.Page.GetByText("En service").First).ToBeVisibleAsync();
        await staff.Shoot("onboard-live");

        await using var wide = await browsers.Visitor();
        await wide.SignIn("console", "informatique@console.example", RunningPlatform.DemoPassword);
        await wide.Open("console", "/console/administrations/briare");
        await wide.Shoot("onboard-wide");
        await wide.Open("console", "/console");
        await wide.Shoot("console-wide");
    }

    private static async Task Invite(Visitor staff, string email, string firstName)
    {
        await staff.Page.GetByLabel("Son adresse électronique").FillAsync(email);
        await staff.Page.GetByLabel("Son prénom").FillAsync(firstName);
        await staff.Page.GetByLabel("Son nom").FillAsync("Petit");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Assertions.Expect(staff.Page.GetByText("C’est enregistré.")).ToBeVisibleAsync();
    }
}
