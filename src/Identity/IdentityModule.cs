using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Identity;

/// <summary>The module's only public door.</summary>
public static class IdentityModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddModule(typeof(IdentityModule).Assembly);
    }
}
