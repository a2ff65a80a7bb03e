using System.Globalization;
using Microsoft.Playwright;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>IT staff prepare, schedule and cancel a transfer of competence on a narrow screen.</summary>
[Collection(nameof(Browsers))]
public sealed class TransferTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task A_transfer_is_previewed_scheduled_and_cancelled()
    {
        await using var staff = await browsers.Visitor(javaScript: false, width: 360);
        await staff.SignIn("console", "informatique@console.example", RunningPlatform.DemoPassword);
        await staff.Open("console", "/console/competences/transferts");
        await staff.Press("Préparer un transfert");
        await staff.Page.GetByLabel("Compétence", new() { Exact = true }).SelectOptionAsync("salles-municipales");
        await staff.Page.GetByLabel("Vers quelle administration ?").FillAsync("cc-giennoises");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qui changerait" }).ClickAsync();
        await staff.Arrived();
        await Assertions.Expect(staff.Page.GetByText("Citez l’acte").First).ToBeVisibleAsync();
        await staff.Look();
        await staff.Page.GetByLabel("Premier jour").FillAsync(browsers.Clock.LegalToday().AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await staff.Page.GetByLabel("Acte").FillAsync("Arrêté préfectoral du 2 novembre");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qui changerait" }).ClickAsync();
        await Assertions.Expect(staff.Page.GetByText("Ville de Gien").First).ToBeVisibleAsync();
        await staff.Look();
        await staff.Shoot("transfer-preview");
        await staff.Press("Programmer ce transfert");
        await staff.Shoot("transfer-scheduled");
        await staff.Press("Annuler ce transfert");
        await Assertions.Expect(staff.Page.GetByText("Annulé").First).ToBeVisibleAsync();
    }
}
