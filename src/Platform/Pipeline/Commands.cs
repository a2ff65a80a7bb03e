using MediatR;
using Teleservices.Platform.Results;

namespace Teleservices.Platform.Pipeline;

/// <summary>A wish to change something inside one module; answered with a value or a refusal.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>A command that answers with nothing but "done".</summary>
public interface ICommand : ICommand<Done>;

/// <summary>A public question to a module; the only thing that Server and Cli ask of it.</summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>Handles a command in its own module: one handler, one commit.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;

/// <summary>Says why a command has no validator.</summary>
/// <param name="why">The reason, for the reader.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnvalidatedAttribute(string why) : Attribute
{
    /// <summary>The reason, for the reader.</summary>
    public string Why { get; } = why;
}
