using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Teleservices.Platform.Web.Components;

/// <summary>The few words that components bring themselves; labels come from the caller, in the person's language.</summary>
internal static class Words
{
    public static string Say(this ViewContext context, string text, params object[] arguments) =>
        context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()[text, arguments];

    /// <summary>Razor writes an attribute whose value is nothing as an empty text; here it is nothing again.</summary>
    public static string? OrNothing(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
