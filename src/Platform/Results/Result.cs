namespace Teleservices.Platform.Results;

/// <summary>
/// Something a person can put right, in words they understand. A bug is an exception, never a refusal.
/// </summary>
/// <param name="Text">French sentence, also the key of its translation in the <c>Texts</c> of the module that refuses.</param>
/// <param name="Arguments">What stands in for <c>{0}</c>, <c>{1}</c>… in the sentence.</param>
public sealed record Refusal(string Text, params object[] Arguments)
{
    /// <summary>Name of the form field that the sentence is about, or nothing when it is about the whole.</summary>
    public string? Field { get; init; }

    /// <summary>Whether something of ours is away for a moment, so that the same will be done later: the page comes with 503.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Further refusals found in the same look, so that a person learns all of them at once.</summary>
    public IReadOnlyList<Refusal> More { get; init; } = [];

    /// <summary>This refusal and the further ones.</summary>
    public IEnumerable<Refusal> All() => More.Prepend(this);
}

/// <summary>The answer to a command: done, with a value, or refused.</summary>
public interface IResult<out TSelf>
{
    /// <summary>The answer that says no; lets the pipeline refuse without knowing the value's type.</summary>
    static abstract TSelf Refuse(Refusal refusal);
}

/// <summary>The answer to a command: done, with a value, or refused.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why it was refused, or nothing when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What was done.</summary>
    /// <exception cref="InvalidOperationException">It was refused: ask <see cref="Refusal"/> first.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.Text);

    static Result<T> IResult<Result<T>>.Refuse(Refusal refusal) => new(default, refusal);

    /// <summary>Done, with this value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Refused, for this reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of a command that answers with nothing but "done".</summary>
public readonly record struct Done
{
    /// <summary>Done.</summary>
    public static Done Yes => default;
}
