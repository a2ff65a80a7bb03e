using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Teleservices.Identity.Tests.Provider;

/// <summary>The OpenID Connect server, seen by a client that does not behave (RFC 9700; OWASP ASVS 5.0, 10.4).</summary>
[Collection(nameof(Running))]
public sealed class AuthorizationTests(SignInPlatform platform)
{
    private static readonly string Verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private static readonly string Challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private string Callback => $"http://gien.localhost:{platform.Port}/connexion/retour";

    [Fact]
    public async Task Discovery_offers_the_code_flow_with_S256_and_nothing_else()
    {
        using var probe = platform.Probe();
        var said = JsonDocument.Parse(await (await probe.Get("connexion", "/.well-known/openid-configuration")).Content.ReadAsStringAsync()).RootElement;

        Assert.Equal($"http://connexion.localhost:{platform.Port}/", said.GetProperty("issuer").GetString());
        Assert.Equal(["code"], Strings(said, "response_types_supported"));
        Assert.Equal(["query"], Strings(said, "response_modes_supported"));
        Assert.Equal(["authorization_code"], Strings(said, "grant_types_supported"));
        Assert.Equal(["S256"], Strings(said, "code_challenge_methods_supported"));
        Assert.Equal(["RS256"], Strings(said, "id_token_signing_alg_values_supported"));
    }

    [Theory]
    [InlineData("gien", "/.well-known/openid-configuration")]
    [InlineData("gien", "/oidc/authorize")]
    [InlineData("gien", "/oidc/userinfo")]
    [InlineData("console", "/oidc/end-session")]
    public async Task The_server_is_on_the_sign_in_host_only(string host, string path)
    {
        using var probe = platform.Probe();
        Assert.Equal(HttpStatusCode.NotFound, (await probe.Get(host, path)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example:{port}/connexion/retour")]
    [InlineData("http://inconnu.localhost:{port}/connexion/retour")]
    [InlineData("http://connexion.localhost:{port}/connexion/retour")]
    [InlineData("http://gien.localhost/connexion/retour")]
    [InlineData("http://gien.localhost:1/connexion/retour")]
    [InlineData("https://gien.localhost:{port}/connexion/retour")]
    [InlineData("http://gien.localhost:{port}/connexion/retour/")]
    [InlineData("http://gien.localhost:{port}/connexion/retour?a=b")]
    [InlineData("http://gien.localhost:{port}/connexion/Retour")]
    [InlineData("http://gien.localhost:{port}/")]
    [InlineData("http://gien.localhost:{port}/demarches/../connexion/retour")]
    [InlineData("http://gien.localhost:{port}/connexion%2Fretour")]
    [InlineData("http://agent@gien.localhost:{port}/connexion/retour")]
    [InlineData("http://gien.localhost:{port}@evil.example/connexion/retour")]
    [InlineData("http://gien.localhost.evil.example:{port}/connexion/retour")]
    [InlineData("http://gien.localhost:{port}/connexion/retour#fragment")]
    [InlineData("http://GIEN.localhost:{port}/connexion/retour")]
    [InlineData("//gien.localhost:{port}/connexion/retour")]
    [InlineData("/connexion/retour")]
    [InlineData("javascript:alert(1)")]
    public async Task A_code_goes_to_the_callback_of_a_known_host_and_nowhere_else(string target)
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);
        var answer = await probe.Get("connexion", Authorize(("redirect_uri", target.Replace("{port}", $"{platform.Port}", StringComparison.Ordinal))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("gien")]
    [InlineData("loiret")]
    [InlineData("console")]
    public async Task Every_portal_may_be_come_back_to_though_none_is_registered(string host)
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);
        var answer = await probe.Get("connexion", Authorize(("redirect_uri", $"http://{host}.localhost:{platform.Port}/connexion/retour")));

        Assert.StartsWith($"http://{host}.localhost:{platform.Port}/connexion/retour?code=", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("iss=", answer.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code id_token")]
    [InlineData("response_mode", "fragment")]
    [InlineData("response_mode", "form_post")]
    [InlineData("scope", "openid offline_access")]
    [InlineData("scope", "openid roles")]
    [InlineData("client_id", "autre")]
    public async Task A_weaker_request_is_refused(string parameter, string? value)
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);
        var answer = await probe.Get("connexion", Authorize((parameter, value)));

        Assert.DoesNotContain("code=", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || answer.Headers.Location!.OriginalString.Contains("error=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_works_once_and_its_second_use_ends_what_the_first_one_gave()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);
        var code = await Code(probe);

        var first = await Redeem(probe, code);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var token = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
        Assert.Contains(SignInPlatform.Resident, await UserInfo(token), StringComparison.Ordinal);

        var second = await Redeem(probe, code);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("invalid_grant", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(SignInPlatform.Resident, await UserInfo(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_its_verifier_and_after_a_minute()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        using var probe = new HttpProbe(platform.Port, browser.Cookies);

        Assert.Equal(HttpStatusCode.BadRequest, (await Redeem(probe, await Code(probe), verifier: null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Redeem(probe, await Code(probe), verifier: Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Redeem(probe, await Code(probe), callback: $"http://nevoy.localhost:{platform.Port}/connexion/retour")).StatusCode);

        var late = await Code(probe);
        platform.Clock.Shift(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.BadRequest, (await Redeem(probe, late)).StatusCode);
    }

    [Fact]
    public async Task Prompt_none_tells_that_nobody_is_signed_in()
    {
        using var probe = platform.Probe();
        var answer = await probe.Get("connexion", Authorize(("prompt", "none")));
        Assert.Contains("error=login_required", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example/deconnexion/retour")]
    [InlineData("http://gien.localhost:{port}/autre")]
    public async Task After_signing_out_a_person_is_sent_to_a_portal_and_nowhere_else(string target)
    {
        using var probe = platform.Probe();
        var uri = Uri.EscapeDataString(target.Replace("{port}", $"{platform.Port}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await probe.Get("connexion", $"/oidc/end-session?client_id=portail&post_logout_redirect_uri={uri}")).StatusCode);
    }

    [Fact]
    public async Task A_strangers_link_cannot_sign_anybody_out()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        var target = Uri.EscapeDataString($"http://gien.localhost:{platform.Port}/deconnexion/retour");
        var page = await browser.At("connexion.localhost").Get($"/oidc/end-session?client_id=portail&post_logout_redirect_uri={target}");

        Assert.Equal("Se déconnecter ?", page.Heading);
        Assert.Equal(SignInPlatform.Resident, (await browser.Get("/essai/moi")).Body());
    }

    private string Authorize(params (string Name, string? Value)[] changes)
    {
        var request = new Dictionary<string, string?>
        {
            ["client_id"] = "portail",
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = "openid email",
            ["state"] = "etat",
            ["nonce"] = "nonce",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            request[name] = value;
        }

        return QueryHelpers.AddQueryString("/oidc/authorize", request.Where(one => one.Value is not null).ToDictionary());
    }

    private async Task<string> Code(HttpProbe probe)
    {
        var answer = await probe.Get("connexion", Authorize());
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
    }

    private Task<HttpResponseMessage> Redeem(HttpProbe probe, string code, string? callback = null, string? verifier = "")
    {
        List<(string, string)> form = [("grant_type", "authorization_code"), ("client_id", "portail"), ("code", code), ("redirect_uri", callback ?? Callback)];
        if (verifier is not null)
        {
            form.Add(("code_verifier", verifier.Length == 0 ? Verifier : verifier));
        }

        return probe.Post("connexion", "/oidc/token", [.. form]);
    }

    private async Task<string> UserInfo(string token)
    {
        using var browser = platform.Browser("connexion");
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Address("/oidc/userinfo"));
        request.Headers.Authorization = new("Bearer", token);
        return (await browser.Send(request)).Body();
    }

    private static IEnumerable<string?> Strings(JsonElement said, string name) => said.GetProperty(name).EnumerateArray().Select(one => one.GetString());
}
