using System.Net;

namespace Teleservices.Platform.Tests.Web;

public sealed class ErrorPageTests(WebHost web) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/introuvable", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/erreur/500", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/panne", HttpStatusCode.InternalServerError, "Le service est momentanément indisponible")]
    public async Task Each_failure_has_a_page_in_the_frame_of_the_administration(string path, HttpStatusCode status, string heading)
    {
        var answer = await web.Get("gien.localhost", path);
        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await WebHost.Read(answer);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Ville de Gien", page.QuerySelector(".app-header__name")!.TextContent);
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.InternalServerError, page.QuerySelector(".app-code") is { TextContent.Length: > 8 });
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_is_no_fault_of_the_page_and_says_when_to_come_again()
    {
        var answer = await web.Get("gien.localhost", "/panne?base");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter!.Delta);
        var page = await WebHost.Read(answer);
        Assert.Equal("Le service est momentanément indisponible", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Even_when_the_store_is_gone_there_is_a_page_with_a_reference()
    {
        var answer = await web.Get("broken.localhost", "/");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await WebHost.Read(answer);
        Assert.Equal("Le service est momentanément indisponible", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("code"));
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_advice()
    {
        var answer = await web.Send(
            new HttpRequestMessage(HttpMethod.Post, new Uri(web.Address, "/champs")) { Content = new FormUrlEncodedContent([new("Name", "x")]) }, "gien.localhost");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("La page a expiré", (await WebHost.Read(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_is_too_large_is_told_so()
    {
        var answer = await web.Send(
            new HttpRequestMessage(HttpMethod.Post, new Uri(web.Address, "/champs")) { Content = new ByteArrayContent(new byte[200_000]) }, "gien.localhost");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("L’envoi est trop volumineux", (await WebHost.Read(answer)).QuerySelector("h1")!.TextContent);
    }
}

public sealed class RateLimitTests(WebHost web) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Too_many_attempts_are_told_to_wait_while_reading_goes_on()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await web.Post("gien.localhost", "/limite")).StatusCode);
        }

        var answer = await web.Post("gien.localhost", "/limite");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("Trop de tentatives", (await WebHost.Read(answer)).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await web.Get("gien.localhost", "/limite")).StatusCode);
    }
}
