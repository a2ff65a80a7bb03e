using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.Portal;

[Collection(nameof(Running))]
public sealed class SignInFlowTests(SignInPlatform platform)
{
    [Fact]
    public async Task One_sign_in_is_valid_on_every_host()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);

        Assert.Equal(SignInPlatform.Resident, (await browser.Get("/essai/moi")).Body());
        foreach (var host in new[] { "nevoy", "cc-giennoises", "loiret", "console" })
        {
            var elsewhere = await browser.At($"{host}.localhost").Get("/essai/moi");
            Assert.Equal((HttpStatusCode.OK, SignInPlatform.Resident), (elsewhere.Status, elsewhere.Body()));
        }
    }

    [Fact]
    public async Task Signing_out_on_one_host_signs_out_of_all_at_once()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        var nevoy = browser.At("nevoy.localhost");
        await nevoy.Get("/essai/moi");
        using var thief = new HttpProbe(platform.Port, Copy(browser.Cookies, "gien", "nevoy", "connexion"));

        var home = await browser.Submit(await browser.Get("/"), "Se déconnecter");

        Assert.Equal(new Uri($"http://gien.localhost:{platform.Port}/"), home.Address);
        Assert.NotNull((await nevoy.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));

        // Not only the browser forgot its cookies: copies of them are worth nothing either.
        foreach (var host in new[] { "gien", "nevoy" })
        {
            Assert.Equal(HttpStatusCode.Found, (await thief.Get(host, "/essai/moi")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Found, (await thief.Get("connexion", "/mon-compte")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_needs_the_persons_own_form()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);

        Assert.Equal(HttpStatusCode.BadRequest, (await probe.Post("gien", "/deconnexion")).StatusCode);
        Assert.Equal(SignInPlatform.Resident, (await browser.Get("/essai/moi")).Body());
    }

    [Fact]
    public async Task An_answer_without_state_or_with_somebody_elses_is_refused()
    {
        using var attacker = platform.Probe();
        using var victim = platform.Probe();
        var foreign = await Answer(attacker);
        var own = await Answer(victim);
        var state = QueryHelpers.ParseQuery(own.Query)["state"].ToString();
        var code = QueryHelpers.ParseQuery(own.Query)["code"].ToString();

        string[] refused =
        [
            foreign.PathAndQuery,
            $"/connexion/retour?code={Uri.EscapeDataString(code)}",
            $"/connexion/retour?code={Uri.EscapeDataString(code)}&state=x",
            $"/connexion/retour?state={Uri.EscapeDataString(state)}",
            "/connexion/retour",
        ];
        foreach (var path in refused)
        {
            var answer = await victim.Get("gien", path);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await victim.Get("gien", "/essai/moi")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/vos-demandes?a=b", "/vos-demandes?a=b")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("https:evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("@evil.example", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_a_person_stays_on_the_host_where_they_were(string asked, string landed)
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);

        // Somebody who is signed in already, and somebody who comes back from the sign-in host.
        var straight = await probe.Get("gien", $"/connexion?retour={Uri.EscapeDataString(asked)}");
        Assert.Equal(landed, straight.Headers.Location!.OriginalString);

        var start = await probe.Get("nevoy", $"/connexion?retour={Uri.EscapeDataString(asked)}");
        var answer = await probe.Get(start.Headers.Location!);
        var back = await probe.Get(answer.Headers.Location!);
        Assert.Equal(landed, back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Cookies_stay_on_their_host_and_away_from_scripts()
    {
        using var probe = platform.Probe();
        var answer = await Answer(probe);
        var back = await probe.Get(answer);

        var session = Assert.Single(back.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", session, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cookie_of_one_host_is_worth_nothing_on_another()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        await browser.Get("/essai/moi");
        using var probe = platform.Probe();
        var cookie = browser.Cookies.GetCookies(probe.At("gien", "/"))["session"]!.Value;
        probe.Cookies.Add(probe.At("nevoy", "/"), new Cookie("session", cookie));

        Assert.Equal(HttpStatusCode.Found, (await probe.Get("nevoy", "/essai/moi")).StatusCode);
    }

    [Fact]
    public async Task A_forged_cookie_signs_nobody_in()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        await browser.Get("/essai/moi");
        using var probe = platform.Probe();
        var address = probe.At("gien", "/");
        var bytes = WebEncoders.Base64UrlDecode(browser.Cookies.GetCookies(address)["session"]!.Value);

        for (var i = 0; i < bytes.Length; i++)
        {
            var forged = (byte[])bytes.Clone();
            forged[i] ^= (byte)(1 << (i % 8));
            probe.Cookies.Add(address, new Cookie("session", WebEncoders.Base64UrlEncode(forged)));
            Assert.Equal(HttpStatusCode.Found, (await probe.Get("gien", "/essai/moi")).StatusCode);
        }

        probe.Cookies.Add(address, new Cookie("session", WebEncoders.Base64UrlEncode(bytes)));
        Assert.Equal(HttpStatusCode.OK, (await probe.Get("gien", "/essai/moi")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_before_the_sign_in_gains_nothing()
    {
        // The attacker's own session on this host, put into the victim's browser.
        using var attacker = await platform.SignedIn(SignInPlatform.Resident);
        await attacker.Get("/essai/moi");
        using var probe = platform.Probe();
        var planted = attacker.Cookies.GetCookies(probe.At("gien", "/"))["session"]!.Value;
        var (_, victim) = await platform.NewPerson();
        using var browser = await platform.SignedIn(victim, "nevoy");
        browser.Cookies.Add(probe.At("gien", "/"), new Cookie("session", planted));
        browser.Cookies.GetCookies(probe.At("gien", "/"))["session"]!.Expired = true;
        await browser.At("gien.localhost").Get("/connexion?retour=/essai/moi");

        probe.Cookies.Add(probe.At("gien", "/"), new Cookie("session", planted));
        Assert.Equal(SignInPlatform.Resident, await (await probe.Get("gien", "/essai/moi")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_session_ends_after_four_hours_away_and_after_twelve_hours_in_any_case()
    {
        var (id, email) = await platform.NewPerson();
        using var browser = await platform.SignedIn(email);
        await platform.Store(db => Set(db, id, seen: TimeSpan.FromHours(-3.9), started: TimeSpan.Zero));
        Assert.Equal(email, (await browser.Get("/essai/moi")).Body());

        await platform.Store(db => Set(db, id, seen: TimeSpan.FromHours(-4.1), started: TimeSpan.Zero));
        Assert.NotNull((await browser.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));

        await browser.SignIn(email);
        platform.Clock.Shift(TimeSpan.FromHours(12.1));
        await platform.Store(db => Set(db, id, seen: TimeSpan.Zero, started: TimeSpan.Zero));
        Assert.NotNull((await browser.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));

        // Signing in again works at any time of the server's clock.
        await browser.SignIn(email);
        Assert.Equal(email, (await browser.Get("/essai/moi")).Body());
    }

    private Task<int> Set(Teleservices.Platform.Data.TeleservicesDb db, Guid account, TimeSpan seen, TimeSpan started)
    {
        var at = platform.Clock.GetUtcNow() + seen + started;
        return db.Sessions.Where(one => one.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, at));
    }

    /// <summary>Goes as far as the answer of the sign-in host, and stops before the portal sees it.</summary>
    private async Task<Uri> Answer(HttpProbe probe)
    {
        using var browser = new PortalClient(platform.Port, "nevoy.localhost", probe.Cookies);
        await browser.SignIn(SignInPlatform.Resident);
        var start = await probe.Get("gien", "/connexion?retour=/");
        return (await probe.Get(start.Headers.Location!)).Headers.Location!;
    }

    private CookieContainer Copy(CookieContainer cookies, params string[] hosts)
    {
        var copy = new CookieContainer();
        foreach (var host in hosts)
        {
            var address = new Uri($"http://{host}.localhost:{platform.Port}/");
            foreach (Cookie cookie in cookies.GetCookies(address))
            {
                copy.Add(address, new Cookie(cookie.Name, cookie.Value));
            }
        }

        return copy;
    }
}
