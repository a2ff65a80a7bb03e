using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Teleservices.Platform.Results;
using Teleservices.Platform.Web;

namespace Teleservices.Platform.Tests.Web;

[AllowAnonymous]
internal sealed class OpenPage : PageModel;

[AllowAnonymous]
internal sealed class FailingPage : PageModel
{
    public void OnGet() => throw (Request.Query.ContainsKey("base")
        ? new InvalidOperationException("as Entity Framework wraps it", new Npgsql.NpgsqlException("the secret of the store", new TimeoutException()))
        : new InvalidOperationException($"the secret of the store at {Request.Path}"));
}

[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class GuardedPage : PageModel
{
    public IActionResult OnPost()
    {
        this.Notice("C’est fait.");
        return RedirectToPage("/Residents/Start/Start");
    }
}

[AllowAnonymous]
internal sealed class WayBackPage : PageModel
{
    public void OnGet() => HttpContext.AllowFormAction("http://gien.localhost:5080/signin");
}

[AllowAnonymous]
internal sealed class FieldsPage : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Story { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; } = new(1987, 3, 27);

    [BindProperty]
    public string? Colour { get; set; } = "vert";

    [BindProperty]
    public IReadOnlyList<string> Days { get; set; } = ["mardi"];

    [BindProperty]
    public bool Agreed { get; set; }

    public void OnGet()
    {
        // Answers that were kept, looked at by nobody yet: no error.
        if (Request.Query.ContainsKey("kept"))
        {
            ModelState.SetModelValue("a[surface]", "15", "15");
        }
    }

    public IActionResult OnPost()
    {
        Result<Done> refused = new Refusal("Choisissez une <couleur>.")
        {
            Field = "colour",
            More = [new Refusal("Indiquez votre nom.") { Field = "Name" }, new Refusal("Rien n’a été enregistré.")],
        };
        return this.Show(refused, _ => RedirectToPage());
    }
}
