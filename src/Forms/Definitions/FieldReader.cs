using System.Text.RegularExpressions;
using Teleservices.Platform.Files;
using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>Reads one field of a form file; what is wrong is noted on its line.</summary>
internal static class FieldReader
{
    private static readonly DateOnly AnyDay = new(2026, 1, 1);

    /// <summary>Names of a page's own inputs and of the parts of its address.</summary>
    private static readonly string[] Reserved = ["act", "form", "page", "step", "group", "item", "retour"];

    public static FieldDefinition Read(SeedNode node, AskedFields asked)
    {
        var type = node.Choice<FieldType>("type");
        var field = new FieldDefinition(node.Text("key"), type, node.Wording(type == FieldType.Information ? "body" : "label"))
        {
            Hint = node.OptionalWording("hint"),
            Required = node.Flag("required", true) && type != FieldType.Information,
            ShowIf = asked.ReadCondition(node),
        };
        if (asked.InGroup && (type is FieldType.Group or FieldType.Identity))
        {
            node.Mistake($"a group holds no '{(type == FieldType.Group ? "group" : "identity")}'");
        }

        asked.Name(node, field.Key);
        if (Reserved.Contains(field.Key))
        {
            node.Mistake($"the key '{field.Key}' is taken by the page itself; choose another");
        }

        if (!Regex.IsMatch(field.Key, "^[a-z][a-z0-9_]*$"))
        {
            node.Mistake($"the key '{field.Key}' must be lower-case letters, digits and underscores");
        }

        return asked.Ask(type switch
        {
            FieldType.Text => WithPattern(node, field with { MaxLength = node.Number("max_length", 200) }),
            FieldType.LongText => field with { MaxLength = node.Number("max_length", 2000) },
            FieldType.Date => WithBounds(node, field, text => RelativeDate.Of(text, AnyDay) is not null, "a date like 2026-01-31, today or today-18y"),
            FieldType.Number => WithNumbers(node, field with { Decimals = node.Number("decimals", 0) }),
            FieldType.Amount => WithNumbers(node, field with { Decimals = node.Number("decimals", 2) }),
            FieldType.Choice or FieldType.Choices => field with { Options = Options(node) },
            FieldType.File => WithFile(node, field),
            FieldType.Group => WithGroup(node, field, asked),
            _ => field,
        });
    }

    private static FieldDefinition WithPattern(SeedNode node, FieldDefinition field)
    {
        field = field with { Pattern = node.OptionalText("pattern"), PatternHint = node.OptionalWording("pattern_hint") };
        if (field.Pattern is { } pattern)
        {
            try
            {
                _ = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking);
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                node.Optional("pattern")!.Mistake($"'{pattern}' is no regular expression that runs in linear time: {fault.Message}");
            }

            if (field.PatternHint is null)
            {
                node.Mistake("a pattern needs a 'pattern_hint' that says in words what is expected");
            }
        }

        return field;
    }

    private static FieldDefinition WithNumbers(SeedNode node, FieldDefinition field) =>
        WithBounds(node, field with { Unit = node.OptionalWording("unit") }, text => Answers.Numbers.Invariant(text) is not null, "a number");

    private static FieldDefinition WithBounds(SeedNode node, FieldDefinition field, Func<string, bool> isValid, string expected)
    {
        field = field with { Min = node.OptionalText("min"), Max = node.OptionalText("max") };
        foreach (var (key, bound) in new[] { ("min", field.Min), ("max", field.Max) })
        {
            if (bound is not null && !isValid(bound))
            {
                node.Optional(key)!.Mistake($"'{key}' is '{bound}', but {expected} is expected");
            }
        }

        if (field is { Min: { } min, Max: { } max } && IsGreater(min, max))
        {
            node.Mistake($"'min' {min} is greater than 'max' {max}");
        }

        return field;
    }

    /// <summary>A date of the calendar and a date counted from today cannot be compared: the days go by.</summary>
    private static bool IsGreater(string min, string max) =>
        Answers.Numbers.Invariant(min) > Answers.Numbers.Invariant(max)
        || (min.StartsWith("today", StringComparison.Ordinal) == max.StartsWith("today", StringComparison.Ordinal)
            && RelativeDate.Of(min, AnyDay) > RelativeDate.Of(max, AnyDay));

    private static List<Option> Options(SeedNode node)
    {
        var options = node.List("options").Select(option => new Option(option.Text("value"), option.Wording("label"))).ToList();
        if (options.Count < 2)
        {
            node.Mistake("a choice needs at least two 'options'");
        }

        foreach (var twice in options.GroupBy(option => option.Value).Where(same => same.Count() > 1))
        {
            node.Mistake($"the option '{twice.Key}' is there twice");
        }

        return options;
    }

    private static FieldDefinition WithFile(SeedNode node, FieldDefinition field)
    {
        var known = FileKind.All.Select(kind => kind.Code).ToList();
        var accept = node.Has("accept") ? node.List("accept").Select(kind => kind.Value).ToList() : known;
        foreach (var unknown in accept.Except(known))
        {
            node.Optional("accept")!.Mistake($"files of kind '{unknown}' are not taken; known are {string.Join(", ", known)}");
        }

        var megabytes = node.Number("max_mb", 10);
        if (megabytes is < 1 or > 20)
        {
            node.Mistake("'max_mb' must be between 1 and 20");
        }

        return field with { Accept = accept, MaxMegabytes = megabytes };
    }

    private static FieldDefinition WithGroup(SeedNode node, FieldDefinition field, AskedFields asked)
    {
        field = field with
        {
            MinItems = node.Number("min", 0),
            MaxItems = node.Number("max", 10),
            Item = node.Wording("item"),
            Fields = asked.Inside(() => node.List("fields").Select(child => Read(child, asked)).ToList()),
        };
        if (node.Has("required"))
        {
            node.Mistake("a group has no 'required': 'min' says how many items there must be");
        }

        field = field with { Required = field.MinItems > 0 };
        if (field.MinItems < 0 || field.MaxItems < 1 || field.MinItems > field.MaxItems)
        {
            node.Mistake("'min' must not be greater than 'max', and 'max' not smaller than 1");
        }

        return field;
    }
}
