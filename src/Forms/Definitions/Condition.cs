using System.Text.Json.Serialization;

namespace Teleservices.Forms.Definitions;

/// <summary>How an answer is compared.</summary>
internal enum Comparison
{
    Is,
    IsNot,
    In,
    Contains,
    Filled,
    AtLeast,
    AtMost,
    Before,
    After,
}

/// <summary>
/// When a page or a field is shown. A small tree without loops, calls or names of code: it always ends, and it can do nothing but compare.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CompareCondition), "compare")]
[JsonDerivedType(typeof(AllCondition), "all")]
[JsonDerivedType(typeof(AnyCondition), "any")]
[JsonDerivedType(typeof(NotCondition), "not")]
internal abstract record Condition
{
    /// <summary>The comparisons that it is made of.</summary>
    public abstract IEnumerable<CompareCondition> Compared();
}

/// <summary>Compares one answer; <c>Values</c> holds one value, or several for <see cref="Comparison.In"/>.</summary>
internal sealed record CompareCondition(string Field, Comparison Comparison, IReadOnlyList<string> Values) : Condition
{
    public override IEnumerable<CompareCondition> Compared() => [this];
}

internal sealed record AllCondition(IReadOnlyList<Condition> Of) : Condition
{
    public override IEnumerable<CompareCondition> Compared() => Of.SelectMany(condition => condition.Compared());
}

internal sealed record AnyCondition(IReadOnlyList<Condition> Of) : Condition
{
    public override IEnumerable<CompareCondition> Compared() => Of.SelectMany(condition => condition.Compared());
}

internal sealed record NotCondition(Condition Of) : Condition
{
    public override IEnumerable<CompareCondition> Compared() => Of.Compared();
}
