using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>
/// What a reader has come past: a condition may look at fields of earlier pages, and inside a group at earlier fields of
/// the same item, because pages work without JavaScript.
/// </summary>
internal sealed class AskedFields
{
    private readonly HashSet<string> all = [];
    private readonly HashSet<string> earlierPages = [];
    private readonly HashSet<string> item = [];

    public bool InGroup { get; private set; }

    public void Ask(SeedNode node, string key)
    {
        if (!all.Add(key))
        {
            node.Mistake($"the key '{key}' is there twice");
        }

        if (InGroup)
        {
            item.Add(key);
        }
    }

    public void TurnPage() => earlierPages.UnionWith(all);

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
        foreach (var field in condition.Fields.Where(field => !earlierPages.Contains(field) && !(InGroup && item.Contains(field))))
        {
            place.Mistake($"the condition looks at '{field}', which is not asked on an earlier page");
        }

        return condition;
    }
}
