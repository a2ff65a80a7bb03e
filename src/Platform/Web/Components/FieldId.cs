using Microsoft.AspNetCore.Mvc.Rendering;

namespace Teleservices.Platform.Web.Components;

/// <summary>The <c>id</c> of a field, made from its name; the error summary links to it.</summary>
public static class FieldId
{
    /// <summary>The same for fields written with <c>asp-for</c>, <c>for</c> or a plain name.</summary>
    public static string Of(string name)
    {
        var id = TagBuilder.CreateSanitizedId(name, "_");
        // A name may begin with a digit (identifiers of questions); an id that CSS can address may not.
        return string.IsNullOrEmpty(id) ? $"f_{string.Concat(name.Where(char.IsAsciiLetterOrDigit))}" : id;
    }
}
