using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Platform.Bus;

internal static class BusSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<BusConsumers>();
        services.AddScoped(provider => new Outbox(
            provider.GetRequiredService<Data.TeleservicesDb>(),
            provider.GetRequiredService<Tenancy.Current>(),
            provider.GetRequiredService<BusConsumers>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>One queue per consumer; the modules must have been added before.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services)
    {
        var consumers = services
            .Select(service => service.ImplementationInstance).OfType<BusConsumer>().ToList();
        services.AddSingleton<FaultFilter>();
        services.AddMassTransit(bus =>
        {
            foreach (var consumer in consumers.Select(consumer => consumer.Consumer).Distinct())
            {
                bus.AddConsumer(consumer);
            }

            bus.UsingInMemory((context, transport) =>
            {
                foreach (var queue in consumers.GroupBy(consumer => consumer.Queue))
                {
                    transport.ReceiveEndpoint(queue.Key, endpoint =>
                    {
                        endpoint.ConfigureConsumeTopology = false;
                        endpoint.ConcurrentMessageLimit = 4;
                        endpoint.UseFilter(context.GetRequiredService<FaultFilter>());
                        endpoint.UseMessageRetry(retry => retry.Intervals(50, 250, 1000));
                        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                        endpoint.ConfigureConsumer(context, queue.First().Consumer);
                    });
                }
            });
        });
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<InboxCleaner>();
        return services;
    }
}
