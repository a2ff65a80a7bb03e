using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.SignIn;

[Collection(nameof(Running))]
public sealed class EnterPasswordTests(SignInPlatform platform)
{
    [Fact]
    public async Task Unknown_address_and_wrong_password_look_and_last_alike()
    {
        using var browser = platform.Browser("connexion");
        var (_, known) = await platform.NewPerson();
        var form = await browser.Get("/");
        await browser.Submit(form, "Se connecter", ("Email", "chauffe@example.org"), ("Password", "x"));

        var (unknownText, unknownTime) = await Try(browser, form, "personne@example.org");
        var (wrongText, wrongTime) = await Try(browser, form, known);

        Assert.Equal(unknownText, wrongText);
        Assert.Contains("ne correspond pas", unknownText, StringComparison.Ordinal);
        Assert.InRange(wrongTime / unknownTime, 0.2, 5);
    }

    [Fact]
    public async Task Ten_wrong_passwords_close_the_account_for_a_quarter_of_an_hour()
    {
        var (_, email) = await platform.NewPerson();
        using var browser = platform.Browser("connexion");
        var form = await browser.Get("/");
        for (var i = 0; i < PasswordCheck.Tries; i++)
        {
            await browser.Submit(form, "Se connecter", ("Email", email), ("Password", $"faux mot de passe {i}"));
        }

        var right = await browser.Submit(form, "Se connecter", ("Email", email), ("Password", RunningPlatform.DemoPassword));
        Assert.Contains("ne correspond pas", right.Text, StringComparison.Ordinal);

        platform.Clock.Shift(PasswordCheck.Pause + TimeSpan.FromSeconds(1));
        var later = await browser.Submit(form, "Se connecter", ("Email", email), ("Password", RunningPlatform.DemoPassword));
        Assert.Equal("Votre compte", later.Heading);
    }

    [Fact]
    public async Task Parallel_guesses_cannot_outrun_the_count()
    {
        var (id, email) = await platform.NewPerson();
        using var browser = platform.Browser("connexion");
        var form = await browser.Get("/");
        await Task.WhenAll(Enumerable.Range(0, 15).Select(i => browser.Submit(form, "Se connecter", ("Email", email), ("Password", $"faux mot de passe {i}"))));

        Assert.NotNull(await platform.Store(db => db.Accounts.Where(account => account.Id == id).Select(account => account.LockoutEnd).SingleAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_the_address_is_kept()
    {
        using var browser = platform.Browser("connexion");
        var page = await browser.Submit(await browser.Get("/"), "Se connecter", ("Email", "camille"), ("Password", ""));

        Assert.Equal(["Saisissez votre mot de passe."], page.Errors);
        Assert.Equal("camille", page.ValueOf("Email"));
        Assert.StartsWith("Erreur", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_where_the_person_goes_on_and_lets_its_form_end_there()
    {
        using var browser = platform.Browser("loiret");
        var page = await browser.Get("/essai/moi");

        Assert.Contains("Département du Loiret", page.Text, StringComparison.Ordinal);
        Assert.Contains($"http://loiret.localhost:{platform.Port}", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_way_back_is_neither_named_nor_followed()
    {
        using var browser = platform.Browser("connexion");
        var waiting = "/oidc/authorize?client_id=portail&redirect_uri=" + Uri.EscapeDataString("https://evil.example/connexion/retour");
        var page = await browser.Get("/?retour=" + Uri.EscapeDataString(waiting));

        Assert.DoesNotContain("Vous continuerez", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var done = await browser.Submit(await browser.Get("/?retour=" + Uri.EscapeDataString("https://evil.example")), "Se connecter", ("Email", SignInPlatform.Resident), ("Password", RunningPlatform.DemoPassword));
        Assert.Equal("connexion.localhost", done.Address.Host);
    }

    [Fact]
    public async Task The_sign_in_page_speaks_the_language_of_the_portal()
    {
        using var browser = platform.Browser();
        await browser.Get("/langue?culture=en&retour=/livez");
        Assert.Equal("Sign in", (await browser.Get("/essai/moi")).Heading);
    }

    private static async Task<(string Text, double Milliseconds)> Try(PortalClient browser, Page form, string email)
    {
        var text = "";
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            text = (await browser.Submit(form, "Se connecter", ("Email", email), ("Password", "un mot de passe faux"))).Text;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (text, times.Order().ElementAt(2));
    }
}

/// <summary>With the limits that a real installation has, and smaller.</summary>
public sealed class LimitedPlatform : SignInPlatform
{
    protected override IEnumerable<string> Arguments => ["--RateLimits:SignIn", "3", "--RateLimits:Registration", "2"];
}

public sealed class RateLimitTests(LimitedPlatform platform) : IClassFixture<LimitedPlatform>
{
    [Theory]
    [InlineData("/", 3, "Email")]
    [InlineData("/inscription", 2, "FirstName")]
    public async Task Too_many_tries_in_a_minute_are_refused(string path, int permitted, string field)
    {
        using var browser = platform.Browser("connexion");
        var form = await browser.Get(path);
        for (var i = 0; i < permitted; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.Submit(form, null, (field, ""))).Status);
        }

        var refused = await browser.Submit(form, null, (field, ""));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(refused.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.StartsWith("Trop de", refused.Heading, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(path)).Status);
    }
}
