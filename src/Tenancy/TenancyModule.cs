using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Tenancy;

/// <summary>The module's only public door.</summary>
public static class TenancyModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddModule(typeof(TenancyModule).Assembly);
    }
}
