using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Teleservices.Platform.Web.Errors;

/// <summary>Every page that could not be shown: what happened, and what to do now. Shown in place of the failed one.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorPage(IStringLocalizer<Texts> texts) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>The trace, for faults that are ours.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        (Heading, Advice) = code switch
        {
            404 => (texts["Cette page n’existe pas"], texts["L’adresse est peut-être incomplète, ou la page n’est pas à vous."]),
            400 => (texts["Cette demande n’a pas pu être lue"], texts["Revenez à la page précédente, rechargez-la et recommencez : ce que vous aviez enregistré est conservé."]),
            413 => (texts["Le fichier est trop lourd"], texts["Revenez à la page précédente et choisissez un fichier plus petit."]),
            429 => (texts["Trop d’essais en peu de temps"], texts["Attendez une minute, puis recommencez."]),
            _ => (texts["Un incident de notre côté"], texts["Ce que vous aviez enregistré est conservé. Recommencez dans quelques minutes."]),
        };
        Reference = code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}
