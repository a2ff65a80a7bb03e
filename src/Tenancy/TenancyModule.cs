using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Data.Moving;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Onboarding;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy;

/// <summary>The module's only public door.</summary>
public static class TenancyModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<HostingOptions>().Bind(configuration.GetSection("Hosting"));
        services.AddSingleton<HostNames>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<IHomes, Homes>();
        services.AddSingleton<ITenantStore>(provider => provider.GetRequiredService<TenantStore>());
        services.AddSingleton<Territory>();
        services.AddSingleton<ITerritory>(provider => provider.GetRequiredService<Territory>());
        services.AddScoped<Planner>();
        services.AddSingleton<Erasing>();
        return services.AddModule(typeof(TenancyModule).Assembly);
    }

    extension(TeleservicesDb db)
    {
        internal DbSet<Administration> Administrations => db.Set<Administration>();

        internal DbSet<StateChange> StateChanges => db.Set<StateChange>();

        internal DbSet<HostName> HostNames => db.Set<HostName>();

        internal DbSet<Commune> Communes => db.Set<Commune>();

        internal DbSet<TerritoryMember> TerritoryMembers => db.Set<TerritoryMember>();

        internal DbSet<PublicBody> PublicBodies => db.Set<PublicBody>();

        internal DbSet<EpciMember> EpciMembers => db.Set<EpciMember>();

        internal DbSet<Succession> Successions => db.Set<Succession>();

        internal DbSet<TerritoryEdition> TerritoryEditions => db.Set<TerritoryEdition>();
    }
}
