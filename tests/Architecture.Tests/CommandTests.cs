using FluentValidation;
using MassTransit;
using MediatR;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Architecture.Tests;

public sealed class CommandTests
{
    private static IEnumerable<Type> All => House.References.Keys.SelectMany(House.TypesOf);

    [Fact]
    public void Every_command_has_a_validator_or_says_why_not()
    {
        var validated = All.SelectMany(type => Arguments(type.BaseType is { } parent ? [parent] : [], typeof(AbstractValidator<>))).ToHashSet();
        var bare = All.Where(type => Arguments(type.GetInterfaces(), typeof(ICommand<>)).Any() && type is { IsInterface: false })
            .Where(type => !validated.Contains(type) && !type.IsDefined(typeof(UnvalidatedAttribute), false));
        Assert.Empty(bare.Select(type => type.FullName));
    }

    [Fact]
    public void Every_command_and_query_has_one_handler()
    {
        var handled = All.SelectMany(type => Arguments(type.GetInterfaces(), typeof(IRequestHandler<,>))).ToLookup(type => type);
        var requests = All.Where(type => type is { IsInterface: false, IsAbstract: false } && Arguments(type.GetInterfaces(), typeof(IRequest<>)).Any());
        Assert.All(requests, request => Assert.True(handled[request].Count() == 1, $"{request.Name} has {handled[request].Count()} handlers."));
    }

    [Fact]
    public void Every_message_has_a_listener_and_every_listener_a_message_of_Contracts()
    {
        var consumed = All.SelectMany(type => Arguments(type.GetInterfaces(), typeof(IConsumer<>))).ToHashSet();
        Assert.All(consumed, message => Assert.Equal("Teleservices.Contracts", message.Namespace));

        // Parts of messages (contents, names) are not messages: a message is what no other record contains.
        var contracts = House.TypesOf("Contracts").Where(type => !type.IsEnum).ToList();
        var parts = contracts.SelectMany(type => type.GetProperties()).SelectMany(property => Unwrapped(property.PropertyType)).ToHashSet();
        Assert.Empty(contracts.Where(type => !parts.Contains(type) && !consumed.Contains(type)).Select(type => type.Name));
    }

    [Fact]
    public void A_consumer_has_a_queue_of_its_own()
    {
        var queues = Platform.Bus.BusConsumers.QueuesOf(House.Modules.Select(House.AssemblyOf)).ToList();
        Assert.NotEmpty(queues);
        Assert.Equal(queues.Count, queues.Distinct().Count());
    }

    private static IEnumerable<Type> Arguments(IEnumerable<Type> types, Type generic) => types
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == generic)
        .Select(type => type.GenericTypeArguments[0]);

    private static IEnumerable<Type> Unwrapped(Type type) => type.IsGenericType ? type.GenericTypeArguments : [type];
}
