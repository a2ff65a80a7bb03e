using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Teleservices.Identity.Sessions;
using Teleservices.Server;

namespace Teleservices.Identity.Tests.Sessions;

/// <summary>What cannot be seen over plain http: the cookies of an installation with TLS.</summary>
public sealed class SecureCookieTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-cookies-").FullName;
    private readonly WebApplication app;

    public SecureCookieTests() =>
        app = ServerApp.Build(["--data", folder, "--Hosting:Scheme", "https", "--Hosting:Domain", "services.example", "--Hosting:Port", "443"]);

    [Theory]
    [InlineData(SignInSchemes.Portal, "__Host-session")]
    [InlineData(SignInSchemes.SignOn, "__Host-connexion")]
    public void Under_https_cookies_bear_the_host_prefix_with_all_it_asks_for(string scheme, string name)
    {
        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).Cookie;

        Assert.Equal((name, "/", null), (cookie.Name, cookie.Path, cookie.Domain));
        Assert.Equal((true, CookieSecurePolicy.Always, SameSiteMode.Lax), (cookie.HttpOnly, cookie.SecurePolicy, cookie.SameSite));
    }

    [Fact]
    public void Under_https_the_sign_in_host_is_called_over_https()
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(SignInSchemes.OpenIdConnect);

        Assert.Equal(("https://connexion.services.example", true), (options.Authority, options.RequireHttpsMetadata));
        Assert.Equal((CookieSecurePolicy.Always, CookieSecurePolicy.Always), (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy));
    }

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
