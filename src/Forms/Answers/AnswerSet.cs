using System.Globalization;
using System.Text.Json;

namespace Teleservices.Forms.Answers;

/// <summary>
/// What a person typed, as they typed it: one string per input, under the name of the input. Names are <c>key</c>, <c>key.part</c> for dates,
/// addresses and identities, and <c>group[0].key</c> inside a group. Several answers of one question are joined by line feeds.
/// Nothing typed is lost, right or wrong; what it means is asked of <see cref="Reading"/>.
/// </summary>
internal sealed class AnswerSet
{
    private readonly Dictionary<string, string> values;

    public AnswerSet() => values = [];

    private AnswerSet(Dictionary<string, string> values) => this.values = values;

    public static AnswerSet FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public string ToJson() => JsonSerializer.Serialize(values);

    public IEnumerable<string> Names => values.Keys;

    /// <summary>What was typed, trimmed; empty when nothing was.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    public bool Has(string name) => values.ContainsKey(name);

    public IReadOnlyList<string> Several(string name) => this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many items a group has.</summary>
    public int Items(string group) => int.TryParse(this[$"{group}.count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>The prefix of the names of one item.</summary>
    public static string Prefix(string group, int item) => string.Create(CultureInfo.InvariantCulture, $"{group}[{item}].");

    public void Set(string name, string value)
    {
        // Control characters cannot be typed, and some stores refuse them.
        var clean = string.Concat(value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))).Trim();
        if (clean.Length == 0)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = clean;
        }
    }

    /// <summary>Adds an empty item to a group and returns its number.</summary>
    public int AddItem(string group)
    {
        var item = Items(group);
        Set($"{group}.count", (item + 1).ToString(CultureInfo.InvariantCulture));
        return item;
    }

    /// <summary>Takes an item out; later ones move up.</summary>
    public void RemoveItem(string group, int item)
    {
        var count = Items(group);
        for (var at = item; at < count; at++)
        {
            foreach (var name in values.Keys.Where(name => name.StartsWith(Prefix(group, at), StringComparison.Ordinal)).ToList())
            {
                values.Remove(name);
            }

            foreach (var name in values.Keys.Where(name => name.StartsWith(Prefix(group, at + 1), StringComparison.Ordinal)).ToList())
            {
                values[Prefix(group, at) + name[Prefix(group, at + 1).Length..]] = values[name];
            }
        }

        Set($"{group}.count", (count - 1).ToString(CultureInfo.InvariantCulture));
    }
}
