using System.Net;
using Microsoft.AspNetCore.Http;
using Teleservices.Platform.Web;

namespace Teleservices.Platform.Tests.Web;

public sealed class HeaderTests(WebHost web) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("gien.localhost", "/")]
    [InlineData("gien.localhost", "/introuvable")]
    [InlineData("gien.localhost", "/panne")]
    [InlineData("gien.localhost", "/app.css")]
    [InlineData("console.localhost", "/console")]
    public async Task Every_answer_bears_the_strict_headers(string host, string path)
    {
        var answer = await web.Get(host, path);
        var policy = Header(answer, "Content-Security-Policy").Split("; ");
        Assert.Equal("default-src 'none'", policy[0]);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains($"form-action 'self' http://connexion.localhost:{web.Address.Port}", policy);
        Assert.DoesNotContain(policy, directive => directive.Contains("unsafe", StringComparison.Ordinal));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_may_let_its_forms_end_at_one_more_origin()
    {
        var answer = await web.Get("connexion.localhost", "/");
        Assert.Contains(" http://gien.localhost:5080;", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gien.example; script-src *")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/ici")]
    public void What_is_no_address_never_reaches_the_policy(string origin) =>
        Assert.Throws<ArgumentException>(() => new DefaultHttpContext().AllowFormAction(origin));

    [Fact]
    public async Task Personal_pages_are_kept_nowhere_and_style_sheets_for_ever()
    {
        var personal = await web.Get("gien.localhost", "/personnel", ("Authorization", $"resident {Guid.NewGuid()}"));
        Assert.True(personal.Headers.CacheControl!.NoStore);
        Assert.True((await web.Get("gien.localhost", "/champs")).Headers.CacheControl!.NoStore);

        var page = await web.Page("gien.localhost", "/", ("Authorization", $"resident {Guid.NewGuid()}"));
        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            var answer = await web.Get("gien.localhost", sheet.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
