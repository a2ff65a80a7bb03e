using Microsoft.Playwright;
using Xunit.Sdk;

namespace Teleservices.Journeys.Tests;

/// <summary>Who looks at every page finds what is wrong with one.</summary>
[Collection(nameof(Browsers))]
public sealed class VisitorTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task What_is_wrong_with_a_page_is_found()
    {
        await using var visitor = await browsers.Visitor(javaScript: false, width: 360);
        foreach (var (body, finding) in new[]
        {
            ("<h1>Titre</h1><img src='plan.png'>", "image-alt"),
            ("<h1>Titre</h1><p style='width: 2000px'>Trop large</p>", "px wider than the window"),
            ("<p>Sans titre</p>", "page-has-heading-one"),
        })
        {
            await visitor.Page.RouteAsync("**/faute", route => route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "text/html; charset=utf-8",
                Body = $"<!doctype html><html lang='fr'><head><title>Faute</title></head><body><main>{body}</main></body></html>",
            }));

            Assert.Contains(finding, (await Assert.ThrowsAnyAsync<XunitException>(() => visitor.Open("gien", "/faute"))).Message, StringComparison.Ordinal);
        }
    }
}
