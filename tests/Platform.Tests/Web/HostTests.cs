using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Teleservices.Platform.Tests.Web;

public sealed class HostTests(WebHost web) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("inconnu.localhost")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("gien.localhost.evil.example")]
    public async Task A_host_that_is_nobodys_gets_400_and_a_page_that_helps(string host)
    {
        var answer = await web.Get(host, "/");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await WebHost.Read(answer);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Cette adresse n’est pas desservie", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", page.QuerySelector("section")!.GetAttribute("lang"));
        Assert.DoesNotContain("Ville de Gien", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        // Its style is allowed by hash, not by leave for any inline style.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_in_the_host_header_decides_in_any_case_and_with_a_final_dot()
    {
        Assert.Equal("Ville de Gien", (await web.Page("GIEN.localhost", "/")).QuerySelector(".app-header__name")!.TextContent);
        Assert.Equal("Ville de Gien", (await web.Page("gien.localhost.", "/")).QuerySelector(".app-header__name")!.TextContent);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "loiret.localhost")]
    [InlineData("X-Original-Host", "loiret.localhost")]
    [InlineData("Forwarded", "host=loiret.localhost")]
    public async Task No_other_header_says_for_whom_we_work(string name, string value)
    {
        var page = await web.Page("gien.localhost", "/?administration=loiret", (name, value), ("Cookie", "administration=loiret"));
        Assert.Equal("Ville de Gien", page.QuerySelector(".app-header__name")!.TextContent);
        Assert.DoesNotContain("Loiret", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_is_another_page_at_another_door()
    {
        Assert.Equal("Portail", (await web.Page("gien.localhost", "/")).QuerySelector("h1")!.TextContent);
        Assert.Equal("Connexion", (await web.Page("connexion.localhost", "/")).QuerySelector("h1")!.TextContent);
        Assert.Equal("/console", (await web.Get("console.localhost", "/")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("gien.localhost", "/agents", "agent", HttpStatusCode.OK)]
    [InlineData("console.localhost", "/agents", "agent", HttpStatusCode.NotFound)]
    [InlineData("connexion.localhost", "/agents", "agent", HttpStatusCode.NotFound)]
    [InlineData("console.localhost", "/console", "it", HttpStatusCode.OK)]
    [InlineData("gien.localhost", "/console", "it", HttpStatusCode.NotFound)]
    [InlineData("connexion.localhost", "/console", "it", HttpStatusCode.NotFound)]
    [InlineData("connexion.localhost", "/personnel", "resident", HttpStatusCode.NotFound)]
    [InlineData("gien.localhost", "/agents", "resident", HttpStatusCode.Forbidden)]
    [InlineData("console.localhost", "/console", "agent", HttpStatusCode.Forbidden)]
    public async Task A_page_exists_behind_its_own_door_for_those_it_is_for(string host, string path, string role, HttpStatusCode expected)
    {
        var answer = await web.Get(host, path, ("Authorization", $"{role} {Guid.NewGuid()}"));
        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty((await WebHost.Read(answer)).QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task A_residents_page_knows_who_is_signed_in_and_stays_shut_for_others()
    {
        var account = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Unauthorized, (await web.Get("gien.localhost", "/personnel")).StatusCode);
        var page = await web.Page("gien.localhost", "/personnel", ("Authorization", $"resident {account}"));
        Assert.Equal(account.ToString(), page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Where_to_report_a_vulnerability_is_told_with_a_date_that_has_not_passed()
    {
        var text = await (await web.Get("gien.localhost", "/.well-known/security.txt")).Content.ReadAsStringAsync();
        Assert.Contains("Contact: mailto:mairie@gien.example\n", text, StringComparison.Ordinal);
        Assert.Contains($"Canonical: http://gien.localhost:{web.Address.Port}/.well-known/security.txt\n", text, StringComparison.Ordinal);
        var expires = text.Split('\n').Single(line => line.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..];
        Assert.True(DateTimeOffset.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) > TimeProvider.System.GetUtcNow().AddMonths(3));
    }
}
