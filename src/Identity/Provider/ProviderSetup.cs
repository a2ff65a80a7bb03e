using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Teleservices.Identity.Provider;

/// <summary>The OpenID Connect server of the sign-in host: authorization code with PKCE (S256), and nothing else.</summary>
internal static class ProviderSetup
{
    public static IServiceCollection AddProvider(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddHostedService<ProviderStart>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ProviderOptions>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>, ProviderOptions>();
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<TeleservicesDb>().ReplaceDefaultEntities<Guid>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, PortalClient>();
            })
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris(ProviderEndpoints.Authorize)
                    .SetTokenEndpointUris(ProviderEndpoints.Token)
                    .SetUserInfoEndpointUris(ProviderEndpoints.UserInfo)
                    .SetEndSessionEndpointUris(ProviderEndpoints.EndSession);
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Email, Scopes.Profile);
                server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1))
                    .SetAccessTokenLifetime(TimeSpan.FromMinutes(10))
                    .SetIdentityTokenLifetime(TimeSpan.FromMinutes(10));
                server.AddEventHandler<ProcessRequestContext>(handler => handler
                    .UseScopedHandler<OnlyOnSignInHost>().SetOrder(int.MinValue));
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough();
            });
        return services;
    }

    /// <summary>What is known only when the process has started: address and keys.</summary>
    private sealed class ProviderOptions(KeyRing keys, PublicAddress addresses)
        : IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
    {
        public void Configure(OpenIddictServerOptions options)
        {
            options.Issuer = new Uri(addresses.Origin(addresses.SignInHost));
            options.SigningCredentials.Add(new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256));
            options.EncryptionCredentials.Add(new EncryptingCredentials(
                keys.Encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            options.CodeChallengeMethods.Clear();
            options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
            options.ResponseModes.Clear();
            options.ResponseModes.Add(ResponseModes.Query);
            options.PromptValues.IntersectWith([PromptValues.None]);
        }

        public void Configure(OpenIddictServerAspNetCoreOptions options) =>
            options.DisableTransportSecurityRequirement = !addresses.Secure;
    }

    /// <summary>On any other host the server's paths are nobody's.</summary>
    private sealed class OnlyOnSignInHost(Current current) : IOpenIddictServerHandler<ProcessRequestContext>
    {
        public ValueTask HandleAsync(ProcessRequestContext context)
        {
            if (current.Door != Door.SignIn)
            {
                context.SkipRequest();
            }

            return default;
        }
    }
}
