using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Teleservices.Journeys.Tests;

/// <summary>A person at a browser, who looks at every page that they come to: axe finds nothing, and nothing is wider than the window.</summary>
public sealed class Visitor(IPage page, IPage mirror, int port) : IAsyncDisposable
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("TELESERVICES_SCREENSHOTS");

    /// <summary>Whole in the page: the package's own way opens a second page for the result, which takes four times as long.</summary>
    private const string Axe = """
        async () => (await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            resultTypes: ["violations"],
        })).violations.map(one => `${one.id} (${one.help}) at ${one.nodes.map(node => node.html).join(", ")}`)
        """;

    public IPage Page { get; } = page;

    public string Url(string slug, string path = "/") => $"http://{slug}.localhost:{port}{path}";

    /// <summary>Opens a page and looks at it.</summary>
    public async Task Open(string slug, string path = "/")
    {
        await Page.GotoAsync(Url(slug, path));
        await Look();
    }

    /// <summary>Presses a button or a link by its words, which the page that comes does not have any more, and looks at that page.</summary>
    public async Task Press(string words)
    {
        var button = Page.GetByRole(AriaRole.Button, new() { Name = words });
        var link = Page.GetByRole(AriaRole.Link, new() { Name = words });
        await button.Or(link).First.ClickAsync();
        await Gone(button.Or(link));
        await Arrived();
        await Look();
    }

    /// <summary>What was pressed is not on the page that came.</summary>
    public static Task Gone(ILocator pressed) => Assertions.Expect(pressed).ToHaveCountAsync(0, new() { Timeout = 15_000 });

    /// <summary>The last element of every page is there.</summary>
    public Task Arrived() => Assertions.Expect(Page.Locator("body > footer")).ToBeVisibleAsync(new() { Timeout = 15_000 });

    public async Task SignIn(string slug, string email, string password)
    {
        await Page.GotoAsync(Url(slug, "/connexion?retour=/"));
        await Look();
        await Page.Locator("input[type=email]").FillAsync(email);
        await Page.Locator("input[type=password]").FillAsync(password);
        await Page.Locator("main button[type=submit], main button:not([type])").First.ClickAsync();
        await Page.WaitForURLAsync(new Regex($"^http://{slug}\\."));
    }

    /// <summary>Fails if axe finds anything, if the page is wider than the window, or if it is an error page.</summary>
    public async Task Look()
    {
        await Reflect();
        var found = await mirror.EvaluateAsync<string[]>(Axe);
        Assert.True(found.Length == 0, $"{Page.Url}: {string.Join("; ", found)}");

        var overflow = await mirror.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{Page.Url} is {overflow} px wider than the window.");
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
    }

    /// <summary>axe needs JavaScript: it looks at the same document, with the same styles, in a window that has it.</summary>
    private async Task Reflect()
    {
        var html = await Page.ContentAsync();
        await mirror.UnrouteAllAsync();
        await mirror.RouteAsync(Page.Url, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html }));
        await mirror.GotoAsync(Page.Url);
    }

    /// <summary>Keeps a picture for the README when <c>TELESERVICES_SCREENSHOTS</c> names a folder.</summary>
    public async Task Shoot(string name)
    {
        if (Shots is { Length: > 0 })
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await mirror.Context.DisposeAsync();
        await Page.Context.DisposeAsync();
    }
}
