using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Seeds;

namespace Teleservices.Platform.Pipeline;

/// <summary>Finds what a module consists of by looking at its assembly, so that nothing is registered by hand.</summary>
public static class PipelineSetup
{
    /// <summary>
    /// Registers a module: its handlers, validators, bus consumers, seeders, its part in onboarding and the mapping of its tables.
    /// Called once by each module's own door.
    /// </summary>
    public static IServiceCollection AddModule(this IServiceCollection services, Assembly module)
    {
        services.AddSingleton(new ModelPart(module));
        services.AddValidatorsFromAssembly(module, includeInternalTypes: true);
        services.Scan(scan => scan.FromAssemblies(module)
            .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .WithScopedLifetime()
            .AddClasses(types => types.AssignableTo<ISeeder>(), publicOnly: false)
            .As<ISeeder>()
            .WithScopedLifetime()
            .AddClasses(types => types.AssignableTo<ITenantPart>(), publicOnly: false)
            .As<ITenantPart>()
            .WithScopedLifetime());
        Bus.BusConsumers.Register(services, module);
        return services;
    }

    internal static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateBehavior<,>));
        return services;
    }
}
