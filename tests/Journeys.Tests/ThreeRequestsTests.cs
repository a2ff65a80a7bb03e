using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>The promise in one walk: a resident signs in once, files requests that belong to three administrations, each answers its own, and the resident reads the answers.</summary>
[Collection(nameof(Browsers))]
public sealed partial class ThreeRequestsTests(Browsers browsers)
{
    private static readonly (string Form, string Host, string Agent, string Administration)[] Ways =
    [
        ("signalement-voirie", "gien", "agent.voirie@gien.example", "Ville de Gien"),
        ("bac-dechets", "cc-giennoises", "responsable@cc-giennoises.example", "Communauté des communes giennoises"),
        ("apa", "loiret", "responsable@loiret.example", "Département du Loiret"),
    ];

    private static readonly Dictionary<string, string> Own = new()
    {
        ["objet"] = "taille",
        ["pour_qui"] = "moi",
        ["lieu_vie"] = "domicile",
        ["en_couple"] = "no",
        ["biens"] = "no",
        ["mesure"] = "aucune",
        ["type_logement"] = "maison",
    };

    [ChromiumFact]
    public async Task A_resident_files_three_requests_to_three_administrations_and_reads_their_answers()
    {
        await using var resident = await browsers.Visitor(javaScript: false);
        await resident.Open("gien");
        await resident.Shoot("home");
        await resident.SignIn("gien", "camille.martin@example.org", RunningPlatform.DemoPassword);

        var numbers = new Dictionary<string, string>();
        foreach (var (form, _, _, administration) in Ways)
        {
            numbers[form] = await File(resident, form);
            Assert.Contains(administration, await resident.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        foreach (var (form, host, agent, _) in Ways)
        {
            await using var desk = await browsers.Visitor();
            await desk.SignIn(host, agent, RunningPlatform.DemoPassword);
            await Decide(desk, host, numbers[form], [.. numbers.Values.Where(number => number != numbers[form])]);
        }

        await resident.Open("gien", "/vos-demandes");
        foreach (var number in numbers.Values)
        {
            await Assertions.Expect(resident.Page.Locator("li", new() { HasText = number }).First).ToBeVisibleAsync();
        }

        await resident.Shoot("requests");
        foreach (var number in numbers.Values)
        {
            await Answered(resident, number);
        }

        await resident.Shoot("request");
    }

    private static async Task<string> File(Visitor resident, string form)
    {
        await resident.Open("gien", $"/demarches/{form}");
        await resident.Page.Locator("main a.govuk-button").First.ClickAsync();
        for (var step = 0; step < 40 && !resident.Page.Url.EndsWith("/verifier", StringComparison.Ordinal); step++)
        {
            await resident.Look();
            await resident.Page.Answer(new DateOnly(1950, 6, 15), Own);
            var before = resident.Page.Url;
            await resident.Page.GetByRole(AriaRole.Button, new() { Name = "Continuer", Exact = true }).Last.ClickAsync();
            await Arrive(resident, before, form);
        }

        await resident.Look();
        await resident.Shoot($"check-{form}");
        await resident.Press("Envoyer la demande");
        await resident.Shoot($"confirmation-{form}");
        return NumberShape().Match(await resident.Page.Locator("main").InnerTextAsync()).Value;
    }

    /// <summary>The address and the end of the page are asked for again and again: the browser's own events can be over before they are waited for.</summary>
    private static async Task Arrive(Visitor resident, string before, string form)
    {
        for (var tries = 0; tries < 150 && resident.Page.Url == before; tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(resident.Page.Url != before, $"{form} stays at {before}: {await resident.Page.Locator("main").InnerTextAsync()}");
        await resident.Arrived();
    }

    private static async Task Decide(Visitor desk, string host, string number, string[] foreign)
    {
        await Appear(desk, () => desk.Open(host, "/agents"), number);
        var queue = await desk.Page.Locator("main").InnerTextAsync();
        Assert.All(foreign, other => Assert.DoesNotContain(other, queue, StringComparison.Ordinal));
        await desk.Shoot($"queue-{host}");

        await desk.Page.Locator("main a", new() { HasText = number }).First.ClickAsync();
        await desk.Look();
        await desk.Shoot($"case-{host}");
        await desk.Press("Prendre en charge");
        await desk.Page.GetByLabel("Accepter la demande").CheckAsync();
        await desk.Page.GetByLabel("Motif").FillAsync("Tout est en ordre.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la réponse", Exact = true }).ClickAsync();
        await Visitor.Gone(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la réponse", Exact = true }));
        await desk.Arrived();
        await desk.Look();
    }

    private static async Task Answered(Visitor resident, string number)
    {
        await resident.Open("gien", "/vos-demandes");
        await resident.Page.Locator("li", new() { HasText = number }).GetByRole(AriaRole.Link).First.ClickAsync();
        var address = resident.Page.Url;
        await Appear(resident, async () => await resident.Page.GotoAsync(address), "Tout est en ordre.");
        await resident.Look();
        Assert.Contains("Votre demande est acceptée", await resident.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The bus is quick, but not instant.</summary>
    private static async Task Appear(Visitor visitor, Func<Task> open, string words)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await open();
            if ((await visitor.Page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"« {words} » does not appear at {visitor.Page.Url}: {await visitor.Page.Locator("main").InnerTextAsync()}");
    }

    [GeneratedRegex(@"\b20\d\d-[A-Z0-9]+(?:-[A-Z0-9]+)+\b")]
    private static partial Regex NumberShape();
}
