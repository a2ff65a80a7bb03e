using Microsoft.AspNetCore.Http;
using Teleservices.Forms.Definitions;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>Takes from a posted form the inputs of known questions, and nothing else.</summary>
internal static class PostedAnswers
{
    private static readonly string[] AddressParts = ["street", "complement", "postcode", "commune"];
    private static readonly string[] IdentityParts = ["title", "last_name", "first_names", "email", "phone", .. AddressParts];
    private static readonly string[] DateParts = ["day", "month", "year"];

    /// <summary>The names of a question's inputs, by the end that follows the question's own name.</summary>
    public static IEnumerable<string> Inputs(FieldDefinition field) => field.Type switch
    {
        FieldType.Date => DateParts.Select(part => $".{part}"),
        FieldType.Address => AddressParts.Select(part => $".{part}"),
        FieldType.Identity => IdentityParts.Select(part => $".{part}"),
        FieldType.Information or FieldType.Group or FieldType.File => [],
        _ => [""],
    };

    /// <summary>What was typed; a box that is not ticked counts as an empty answer.</summary>
    public static Dictionary<string, string> Of(IFormCollection form, IEnumerable<FieldDefinition> fields, string prefix)
    {
        var typed = new Dictionary<string, string>();
        foreach (var (type, name) in fields.SelectMany(field => Inputs(field).Select(end => (field.Type, prefix + field.Key + end))))
        {
            // An input that was not on the page (the title of an identity) keeps its value.
            if (form.ContainsKey(name) || !name.EndsWith(".title", StringComparison.Ordinal))
            {
                typed[name] = Of(type, [.. form[name].OfType<string>()]);
            }
        }

        return typed;
    }

    /// <summary>Only a long text has lines, and only a question with several answers has more than one value.</summary>
    private static string Of(FieldType type, string[] values) => type switch
    {
        FieldType.Choices => string.Join('\n', values),
        FieldType.LongText => values.FirstOrDefault() ?? "",
        _ => (values.FirstOrDefault() ?? "").ReplaceLineEndings(" "),
    };
}
