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
            return new AllCondition(Several(node, "all"));
        }

        if (node.Has("any"))
        {
            return new AnyCondition(Several(node, "any"));
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
                return new CompareCondition(field, comparison, Values(value, comparison));
            }
        }

        node.Mistake($"a condition compares with one of {string.Join(", ", Comparisons.Keys)}, or combines with all, any, not");
        return new CompareCondition(field, Comparison.Filled, ["true"]);
    }

    /// <summary>As it is written in a form file.</summary>
    public static string NameOf(Comparison comparison) => Comparisons.First(named => named.Value == comparison).Key;

    private static List<Condition> Several(SeedNode node, string key)
    {
        var conditions = node.List(key).Select(Read).ToList();
        if (conditions.Count == 0)
        {
            node.Mistake($"'{key}' is a list of conditions");
        }

        return conditions;
    }

    private static List<string> Values(SeedNode value, Comparison comparison)
    {
        var values = comparison == Comparison.In ? value.Items().Select(item => item.Value).ToList() : [value.Value];
        if (values.Count == 0 || values.Contains(""))
        {
            value.Mistake("a value to compare with is missing");
        }

        return values.Count == 0 ? [""] : values;
    }
}
