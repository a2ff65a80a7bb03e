using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Security;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Platform;

/// <summary>The foundation's door.</summary>
public static class PlatformModule
{
    /// <summary>What every process needs: store, pipeline, outbox, mail, files, seeds. The modules come after it.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Current>();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail"));
        services.AddPublicAddress(configuration);
        services.AddScoped<Mailer>();
        services.AddFiles(configuration);
        services.AddSingleton<PairwiseKey>();
        services.AddScoped<PairwiseIds>();
        services.AddScoped<SeedRunner>();
        services.AddScoped<ITenantPart, MessagesPart>();
        return services.AddData(configuration).AddPipeline().AddOutbox(configuration);
    }

    /// <summary>What a process with the role worker does in the background: the bus with all consumers, the outbox, the mails. After the modules.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddBus(configuration);
        services.AddHostedService<MailDispatcher>();
        return services;
    }
}
