using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>Reads a condition; what is wrong is noted on its line.</summary>
internal static class ConditionReader
{
    private static readonly Dictionary<string, Comparison> Comparisons = new()
    {
        ["is"] = Comparison.Is,
        ["is_not"] = Comparison.IsNot,
        ["in"] = Comparison.In,
        ["contains"] = Comparison.Contains,
        ["filled"] = Comparison.Filled,
        ["at_least"] = Comparison.AtLeast,
        ["at_most"] = Comparison.AtMost,
        ["before"] = Comparison.Before,
        ["after"] = Comparison.After,
    };

    public static Condition Read(SeedNode node)
    {
        if (node.Has("all"))
        {
            return new AllCondition([.. node.List("all").Select(Read)]);
        }

        if (node.Has("any"))
        {
            return new AnyCondition([.. node.List("any").Select(Read)]);
        }

        if (node.Optional("not") is { } opposite)
        {
            return new NotCondition(Read(opposite));
        }

        var field = node.Text("field");
        foreach (var (name, comparison) in Comparisons)
        {
            if (node.Optional(name) is { } value)
            {
                return new CompareCondition(field, comparison, comparison == Comparison.In ? [.. value.Items().Select(item => item.Value)] : [value.Value]);
            }
        }

        node.Mistake($"a condition compares with one of {string.Join(", ", Comparisons.Keys)}, or combines with all, any, not");
        return new CompareCondition(field, Comparison.Filled, ["true"]);
    }
}
