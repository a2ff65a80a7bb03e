using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Teleservices.Platform.Bus;

internal static class BusSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BusOptions>().Bind(configuration.GetSection("Bus"))
            .Validate(bus => bus.Transport == BusTransport.Memory || bus.Uri is not null, "Bus:Transport is rabbitmq, but Bus:Uri is missing: set TELESERVICES__Bus__Uri to amqp://user:password@host:5672/vhost.")
            .ValidateOnStart();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<BusConsumers>();
        services.AddScoped(provider => new Outbox(
            provider.GetRequiredService<Data.TeleservicesDb>,
            provider.GetRequiredService<Tenancy.Current>(),
            provider.GetRequiredService<BusConsumers>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new HomeOutbox(
            provider.GetRequiredService<Data.HomeDb>(),
            provider.GetRequiredService<Tenancy.Current>(),
            provider.GetRequiredService<BusConsumers>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>One queue per consumer; the modules must have been added before.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        var consumers = services
            .Select(service => service.ImplementationInstance).OfType<BusConsumer>().ToList();
        services.AddSingleton<FaultFilter>();
        services.AddSingleton<ForgedMessages>();
        services.AddSingleton<UnreadableFilter>();
        services.AddSingleton<OutboxClaim>();
        services.AddSingleton<InboxLook>();
        services.AddMassTransit(bus =>
        {
            // Without a broker pages come as before, and messages wait in the outbox: nothing to be restarted for.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            foreach (var consumer in consumers.Select(consumer => consumer.Consumer).Distinct())
            {
                bus.AddConsumer(consumer);
            }

            if (configuration.GetSection("Bus").Get<BusOptions>() is { Transport: BusTransport.RabbitMq })
            {
                bus.UsingRabbitMq((context, transport) => Rabbit(context, transport, consumers));
            }
            else
            {
                bus.UsingInMemory((context, transport) =>
                {
                    foreach (var consumer in consumers.DistinctBy(consumer => consumer.Queue))
                    {
                        transport.ReceiveEndpoint(consumer.Queue, endpoint => Common(context, endpoint, consumer));
                    }
                });
            }
        });
        services.AddHostedService<StopOnceStarted>();
        services.AddReceiveEndpointObserver<SendAgainWhenReady>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<AheadOfTime>();
        services.AddHostedService<InboxCleaner>();
        return services;
    }

    /// <summary>Quorum queues keep what the broker has confirmed, on most of its nodes; the outbox row stays open until the consumer's commit all the same.</summary>
    private static void Rabbit(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator transport, IReadOnlyList<BusConsumer> consumers)
    {
        var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
        transport.Host(options.Uri!, Environment.MachineName, host =>
        {
            host.PublisherConfirmation = true;
            host.RequestedConnectionTimeout(TimeSpan.FromSeconds(5));
            host.Heartbeat(TimeSpan.FromSeconds(10));
        });
        foreach (var consumer in consumers.DistinctBy(consumer => consumer.Queue))
        {
            transport.ReceiveEndpoint(options.QueueOf(consumer.Queue), endpoint =>
            {
                endpoint.SetQuorumQueue();
                endpoint.PrefetchCount = options.Prefetch;
                Common(context, endpoint, consumer);
            });
        }
    }

    private static void Common(IBusRegistrationContext context, IReceiveEndpointConfigurator endpoint, BusConsumer consumer)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.ConcurrentMessageLimit = context.GetRequiredService<IOptions<BusOptions>>().Value.Concurrency;
        endpoint.PublishFaults = false;
        var unreadable = context.GetRequiredService<UnreadableFilter>();
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(unreadable));
        endpoint.ConfigureError(pipe => pipe.UseFilter(unreadable));
        endpoint.UseFilter(context.GetRequiredService<FaultFilter>());

        // Several messages about one request at once, and a busy store, pass in a moment: each round lets one of them through. Whatever lasts longer must not hold a place: its row comes again on the ladder.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Data.AdministrationMovesException>();
            retry.Intervals(20, 50, 100, 200, 400);
        });
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
        endpoint.ConfigureConsumer(context, consumer.Consumer);
    }
}
