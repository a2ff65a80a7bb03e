using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Results;

namespace Teleservices.Platform.Web;

/// <summary>How a page ends: with what was done, or with the page itself and the reasons why not.</summary>
public static class ShowExtensions
{
    /// <summary>Goes on when it was done; shows the page again, with the refusal in the person's language, when not.</summary>
    public static IActionResult Show<T>(this PageModel page, Result<T> result, Func<T, IActionResult> done)
    {
        if (result.Refusal is not { } refusal)
        {
            return done(result.Value);
        }

        page.Refuse(refusal);
        return page.Page();
    }

    /// <summary>Puts a refusal into the model state, in words of the page's own module; its field is the key.</summary>
    public static void Refuse(this PageModel page, Refusal refusal)
    {
        var texts = page.Texts();
        foreach (var one in refusal.All())
        {
            page.ModelState.AddModelError(one.Field ?? "", texts[one.Text, one.Arguments]);
        }
    }

    private static IStringLocalizer Texts(this PageModel page)
    {
        var module = page.GetType().Assembly.GetName().Name!;
        return page.HttpContext.RequestServices.GetRequiredService<IStringLocalizerFactory>().Create($"{module}.Texts", module);
    }
}
