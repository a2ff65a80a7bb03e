using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Cases;

/// <summary>The module's only public door.</summary>
public static class CasesModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddModule(typeof(CasesModule).Assembly);
    }
}
