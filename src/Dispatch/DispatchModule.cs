using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Dispatch;

/// <summary>The module's only public door.</summary>
public static class DispatchModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddDispatch(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddModule(typeof(DispatchModule).Assembly);
    }
}
