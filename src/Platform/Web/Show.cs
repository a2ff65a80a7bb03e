using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;

namespace Teleservices.Platform.Web;

/// <summary>How a page ends: with what was done, or with the page itself and the reasons why not.</summary>
public static class ShowExtensions
{
    /// <summary>Goes on when it was done; shows the page again, with the refusal in the person's language, when not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="result">What the handler answered.</param>
    /// <param name="done">Where to go with the value, usually a redirect.</param>
    /// <param name="prefix">Name of the bound property that the command's fields lie in, where it is not the page itself.</param>
    public static IActionResult Show<T>(this PageModel page, Result<T> result, Func<T, IActionResult> done, string? prefix = null)
    {
        if (result.Refusal is not { } refusal)
        {
            return done(result.Value);
        }

        page.Refuse(refusal, prefix);
        return page.Page();
    }

    /// <summary>Puts a refusal into the model state, in words of the page's own module; its field is the key.</summary>
    public static void Refuse(this PageModel page, Refusal refusal, string? prefix = null)
    {
        var factory = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizerFactory>();
        var modules = page.HttpContext.RequestServices.GetService<ModelParts>()?.Assemblies;
        foreach (var one in refusal.All())
        {
            if (one.IsOutage)
            {
                page.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                page.Response.Headers.RetryAfter = Outage.RetryAfter;
            }

            var key = one.Field is not { } field ? "" : prefix is null ? field : ModelNames.CreatePropertyModelName(prefix, field);
            page.ModelState.AddModelError(key, factory.Say(one, page.GetType(), modules));
        }
    }

    /// <summary>A sentence shown once, at the top of the next page: what was just done. Already in the person's language.</summary>
    public static void Notice(this PageModel page, string sentence) => page.TempData[nameof(Notice)] = sentence;

    /// <summary>A refusal in the person's language: in words of the page's own module, or else in ours, or in those of whichever module refuses.</summary>
    internal static string Say(this IStringLocalizerFactory factory, Refusal refusal, Type ofModule, IReadOnlyList<Assembly>? modules = null)
    {
        LocalizedString? said = null;
        foreach (var module in (modules ?? []).Prepend(typeof(Texts).Assembly).Prepend(ofModule.Assembly))
        {
            var name = module.GetName().Name!;
            said = factory.Create($"{name}.Texts", name)[refusal.Text, refusal.Arguments];
            if (!said.ResourceNotFound)
            {
                break;
            }
        }

        return said!;
    }
}
