using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Forms;

/// <summary>The module's only public door.</summary>
public static class FormsModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddModule(typeof(FormsModule).Assembly);
    }
}
