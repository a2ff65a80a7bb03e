using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>
/// What a reader has come past: a condition may look at fields of earlier pages, and inside a group at earlier fields of
/// the same item, because pages work without JavaScript.
/// </summary>
internal sealed class AskedFields
{
    private readonly HashSet<string> keys = [];
    private readonly Dictionary<string, FieldDefinition> earlierPages = [];
    private readonly List<FieldDefinition> page = [];
    private readonly Dictionary<string, FieldDefinition> item = [];

    public bool InGroup { get; private set; }

    /// <summary>A key names one field of the form, also inside groups.</summary>
    public void Name(SeedNode node, string key)
    {
        if (!keys.Add(key))
        {
            node.Mistake($"the key '{key}' is there twice");
        }
    }

    public FieldDefinition Ask(FieldDefinition field)
    {
        if (InGroup)
        {
            item[field.Key] = field;
        }
        else
        {
            page.Add(field);
        }

        return field;
    }

    public void TurnPage()
    {
        foreach (var field in page)
        {
            earlierPages[field.Key] = field;
        }

        page.Clear();
    }

    public List<FieldDefinition> Inside(Func<List<FieldDefinition>> read)
    {
        InGroup = true;
        item.Clear();
        var fields = read();
        InGroup = false;
        return fields;
    }

    public Condition? ReadCondition(SeedNode node)
    {
        if (node.Optional("show_if") is not { } place)
        {
            return null;
        }

        var condition = ConditionReader.Read(place);
        foreach (var compared in condition.Compared())
        {
            if ((InGroup && item.TryGetValue(compared.Field, out var field)) || earlierPages.TryGetValue(compared.Field, out field))
            {
                ComparisonCheck.Look(place, compared, field);
            }
            else
            {
                place.Mistake($"the condition looks at '{compared.Field}', which is not asked on an earlier page");
            }
        }

        return condition;
    }
}
