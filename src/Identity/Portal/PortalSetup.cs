using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Teleservices.Identity.Provider;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Portal;

/// <summary>Cookies of all hosts, and the portals as clients of the sign-in host.</summary>
internal static class PortalSetup
{
    public static IServiceCollection AddPortalSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackchannelOptions>().Bind(configuration.GetSection("Identity"));
        services.AddScoped<Portals>();
        services.AddScoped<SessionRegister>();
        services.AddScoped<SessionCookie>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, CookieSetup>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdConnectSetup>();
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = SignInSchemes.ByDoor;
                options.DefaultChallengeScheme = SignInSchemes.ByDoor;
            })
            .AddPolicyScheme(SignInSchemes.ByDoor, displayName: null, options => options.ForwardDefaultSelector = ForDoor)
            .AddCookie(SignInSchemes.SignOn)
            .AddCookie(SignInSchemes.Portal, options => options.ForwardChallenge = SignInSchemes.OpenIdConnect)
            .AddOpenIdConnect(SignInSchemes.OpenIdConnect, _ => { });
        return services;
    }

    private static string ForDoor(HttpContext http) =>
        http.RequestServices.GetRequiredService<Current>().Door == Door.SignIn ? SignInSchemes.SignOn : SignInSchemes.Portal;

    private sealed class CookieSetup(PublicAddress addresses) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(CookieAuthenticationOptions options)
        {
        }

        public void Configure(string? name, CookieAuthenticationOptions options)
        {
            Cookies.Harden(options.Cookie, name == SignInSchemes.SignOn ? "connexion" : "session", addresses);
            options.ExpireTimeSpan = SessionRegister.Lifetime;
            options.SlidingExpiration = false;
            options.EventsType = typeof(SessionCookie);
            options.LoginPath = "/";
            options.ReturnUrlParameter = "retour";
        }
    }

    private sealed class OpenIdConnectSetup(PublicAddress addresses, IOptions<BackchannelOptions> backchannel, TimeProvider clock) : IConfigureNamedOptions<OpenIdConnectOptions>
    {
        public void Configure(OpenIdConnectOptions options)
        {
        }

        public void Configure(string? name, OpenIdConnectOptions options)
        {
            options.Authority = addresses.Origin(addresses.SignInHost);
            options.RequireHttpsMetadata = addresses.Secure;
            options.BackchannelHttpHandler = Backchannel.Handler(backchannel.Value);
            options.ClientId = PortalClient.Id;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.CallbackPath = PortalClient.SignedInPath;
            options.SignedOutCallbackPath = PortalClient.SignedOutPath;
            options.RemoteSignOutPath = default;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.SignInScheme = SignInSchemes.Portal;
            options.SignOutScheme = SignInSchemes.Portal;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.DisableTelemetry = true;
            options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
            options.RemoteAuthenticationTimeout = TimeSpan.FromHours(1);
            options.ProtocolValidator.NonceLifetime = options.RemoteAuthenticationTimeout;
            options.TokenValidationParameters.LifetimeValidator = (from, until, _, rules) => IsNow(from, until, rules.ClockSkew);
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                // The answer comes by GET (response_mode=query), so Lax is enough; None would need https.
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = addresses.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            }

            options.Events = PortalEvents.All;
        }

        /// <summary>By the clock that all of the platform goes by.</summary>
        private bool IsNow(DateTime? from, DateTime? until, TimeSpan skew)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until + skew >= now && (from is null || from - skew <= now);
        }
    }
}
