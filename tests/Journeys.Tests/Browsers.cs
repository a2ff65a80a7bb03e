using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Teleservices.TestKit;

namespace Teleservices.Journeys.Tests;

/// <summary>The whole server and one Chromium, shared by all journeys.</summary>
public sealed class Browsers : RunningPlatform, IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? chromium;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Chromium.Path is { } path)
        {
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
            });
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>A new person at a browser of their own.</summary>
    /// <param name="javaScript">Residents' pages must work without.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    public async Task<Visitor> Visitor(bool javaScript = true, int width = 1280)
    {
        var mirror = await Window(javaScript: true, width);
        await mirror.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        return new Visitor(await Window(javaScript, width), mirror, Port);
    }

    private async Task<IPage> Window(bool javaScript, int width)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}

[CollectionDefinition(nameof(Browsers))]
public sealed class WithBrowsers : ICollectionFixture<Browsers>;
