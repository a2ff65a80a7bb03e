using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>A case goes to another administration and comes back, on a telephone: agents, resident, and the page where IT staff follow it.</summary>
[Collection(nameof(Browsers))]
public sealed class HandOverTests(Browsers browsers)
{
    private const int Telephone = 360;

    [ChromiumFact]
    public async Task A_case_is_passed_on_and_given_back_on_a_narrow_screen()
    {
        using var resident = await browsers.SignedIn("camille.martin@example.org");
        var receipt = await resident.FileRequest("signalement-voirie", new Dictionary<string, string> { ["adresse.commune"] = "45155" });
        await using var gien = await browsers.Visitor(width: Telephone);
        await gien.SignIn("gien", "agent.voirie@gien.example", RunningPlatform.DemoPassword);
        await Case(gien, "gien", receipt.Number());
        var here = new Uri(gien.Page.Url).AbsolutePath;

        await gien.Open("gien", $"{here}/transmettre");
        await gien.Page.GetByLabel("Communauté des communes giennoises").CheckAsync();
        await gien.Page.GetByRole(AriaRole.Button, new() { Name = "Transmettre le dossier" }).ClickAsync();
        await Assertions.Expect(gien.Page.GetByText("Dites pourquoi").First).ToBeVisibleAsync();
        await gien.Look();
        await gien.Shoot("hand-over");
        await gien.Page.GetByLabel("Motif").FillAsync("La voie est intercommunale.");
        await gien.Press("Transmettre le dossier");
        await gien.Open("gien", here);
        await gien.Shoot("handed-over");

        await using var waste = await browsers.Visitor(width: Telephone);
        await waste.SignIn("cc-giennoises", "agent.dechets@cc-giennoises.example", RunningPlatform.DemoPassword);
        await Case(waste, "cc-giennoises", receipt.Number());
        await waste.Look();
        await waste.Shoot("received");
        await waste.Page.GetByRole(AriaRole.Link, new() { Name = "rendez-le avec un motif" }).ClickAsync();
        await waste.Look();
        await waste.Shoot("give-back");
        await waste.Page.GetByLabel("Motif").FillAsync("La voie est communale.");
        await waste.Press("Rendre le dossier");

        await using var camille = await browsers.Visitor(javaScript: false, width: Telephone);
        await camille.SignIn("gien", "camille.martin@example.org", RunningPlatform.DemoPassword);
        var request = receipt.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal);
        await Until(camille, () => camille.Page.GotoAsync(camille.Url("gien", request)), "La voie est communale.");
        await camille.Look();
        await camille.Shoot("chain");
    }

    private static async Task Case(Visitor agent, string slug, string number)
    {
        await Until(agent, () => agent.Page.GotoAsync(agent.Url(slug, $"/agents?q={number}")), $"{number} ");
        await agent.Page.Locator("main a[href^='/agents/dossiers/']").First.ClickAsync();
        await agent.Arrived();
    }

    /// <summary>The bus is quick, but not instant.</summary>
    private static async Task Until(Visitor visitor, Func<Task> open, string words)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            await open();
            if (await visitor.Page.Locator("main a[href^='/agents/dossiers/']").CountAsync() > 0
                || (await visitor.Page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"« {words} » does not appear at {visitor.Page.Url}: {await visitor.Page.Locator("main").InnerTextAsync()}");
    }
}
