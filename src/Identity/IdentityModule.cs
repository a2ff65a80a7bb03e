using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Identity.Access;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Portal;
using Teleservices.Identity.Provider;
using Teleservices.Identity.Sessions;
using Teleservices.Identity.SignIn;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Security;
using Teleservices.Platform.Web;

namespace Teleservices.Identity;

/// <summary>The module's only public door.</summary>
public static class IdentityModule
{
    /// <summary>Adds accounts, sign-in and the OpenID Connect server to a process.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IModelContribution, LibraryTables>();
        services.AddIdentityCore<Account>(options =>
            {
                // Length is what protects; rules on letters and digits only make people write passwords down (NIST SP 800-63B, CNIL 2022-100).
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<UserOnlyStore<Account, TeleservicesDb, Guid>>()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(2));
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddUpkeep<Upkeep>(configuration);
        services.AddScoped<RoleBook>();
        services.AddScoped<IProfileOfResident, ProfileOfResident>();
        services.AddScoped<IDeskOfStaff, DeskOfStaff>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<WayBack>();
        services.AddScoped<Postman>();
        services.AddScoped<IAuthorizationHandler, RoleCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedDoor>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Residents, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Agents, policy => policy.RequireAuthenticatedUser().AddRequirements(new WorksHere()))
            .AddPolicy(Policies.Managers, policy => policy.RequireAuthenticatedUser().AddRequirements(new RunsSpace()))
            .AddPolicy(Policies.ItStaff, policy => policy.RequireAuthenticatedUser().AddRequirements(new RunsPlatform()));
        services.AddProvider();
        services.AddPortalSignIn(configuration);
        return services.AddModule(typeof(IdentityModule).Assembly);
    }

    /// <summary>Maps what is not a page: ways in and out of every portal, and the protocol on the sign-in host.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapPortal();
        routes.MapProvider();
        return routes;
    }
}
