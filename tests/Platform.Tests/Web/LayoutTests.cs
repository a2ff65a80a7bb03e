using System.Net;

namespace Teleservices.Platform.Tests.Web;

public sealed class LayoutTests(WebHost web) : IClassFixture<WebHost>
{
    [Fact]
    public async Task French_is_spoken_unless_the_person_chose_English()
    {
        Assert.Equal("fr", (await web.Page("gien.localhost", "/")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", (await web.Page("gien.localhost", "/", ("Accept-Language", "de, fr;q=0.5, en;q=0.3"))).DocumentElement.GetAttribute("lang"));
        var english = await web.Page("gien.localhost", "/", ("Accept-Language", "en-US,en;q=0.9"));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Skip to content", english.QuerySelector(".govuk-skip-link")!.TextContent);

        var page = await web.Page("gien.localhost", "/?q=état");
        var link = page.QuerySelector("a[hreflang=en]")!.GetAttribute("href")!;
        var switched = await web.Get("gien.localhost", link);
        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);
        Assert.StartsWith("/?q=", switched.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var cookie = switched.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal("en", (await web.Page("gien.localhost", "/", ("Cookie", cookie))).DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await web.Page("gien.localhost", "/introuvable", ("Cookie", cookie))).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Residents_pages_need_no_script_and_few_bytes()
    {
        var answer = await web.Get("gien.localhost", "/");
        var page = await WebHost.Read(answer);
        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        var others = page.QuerySelectorAll("link[href]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.InRange(others.Count + 1, 1, 8);
        foreach (var other in others)
        {
            Assert.StartsWith("/", other, StringComparison.Ordinal);
            bytes += (await (await web.Get("gien.localhost", other, ("Accept-Encoding", "gzip"))).Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(bytes, 1, 50_000);
    }

    [Fact]
    public async Task The_style_sheets_hold_nothing_of_a_state()
    {
        foreach (var sheet in new[] { "/app.css", "/agents.css" })
        {
            var css = await (await web.Get("gien.localhost", sheet)).Content.ReadAsStringAsync();
            Assert.NotEmpty(css);
            Assert.DoesNotMatch("(?i)1d70b8|gds transport|crown|marianne|dsfr|url\\(", css);
        }
    }

    [Fact]
    public async Task Agents_have_scripts_and_their_own_navigation()
    {
        var page = await web.Page("gien.localhost", "/agents", ("Authorization", $"agent {Guid.NewGuid()}"));
        Assert.Equal(2, page.QuerySelectorAll("script[src][defer]").Length);
        Assert.Equal("Dossiers", page.QuerySelector("nav a[aria-current=page]")!.TextContent);
        var person = page.QuerySelector("a.app-header__person")!;
        Assert.EndsWith("Camille <Martin>", person.TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("/mon-compte", person.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/deconnexion", page.QuerySelector("header form[method=post]")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector("header form input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_back_to_this_page_after_signing_in()
    {
        var page = await web.Page("gien.localhost", "/?q=bac");
        Assert.Equal("/connexion?retour=%2F%3Fq%3Dbac", page.QuerySelector("header a[rel=nofollow][href^='/connexion']")!.GetAttribute("href"));
        Assert.Equal("Accueil", page.QuerySelector("nav a[aria-current=page]")!.TextContent);
        Assert.Equal("02\u00A061\u00A091\u00A045\u00A020", page.QuerySelector("footer a[href^='tel:']")!.TextContent);
    }

    [Fact]
    public async Task A_notice_is_shown_once_on_the_next_page()
    {
        var posted = await web.Post("gien.localhost", "/limite");
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var cookie = posted.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("avis=", StringComparison.Ordinal)).Split(';')[0];
        var next = await web.Get("gien.localhost", "/", ("Cookie", cookie));
        Assert.Equal("C’est fait.", (await WebHost.Read(next)).QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Contains(next.Headers.GetValues("Set-Cookie"), value => value.StartsWith("avis=;", StringComparison.Ordinal));
        Assert.False((await web.Get("gien.localhost", "/")).Headers.Contains("Set-Cookie"));
    }
}
