using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Web.Errors;

/// <summary>Shown in place of a page that could not be: what happened, and what to do now. Never says more than the person may know.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPage(IStringLocalizer<Texts> texts) : PageModel
{
    public string Heading { get; private set; } = "";

    public IReadOnlyList<string> Advice { get; private set; } = [];

    /// <summary>What to quote on the phone, for faults that are ours.</summary>
    public string? Quoted { get; private set; }

    public void OnGet() => Say();

    public void OnPost() => Say();

    private void Say()
    {
        // Somebody who types the address of the error page has found a page that does not exist.
        var shownInstead = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        var status = Response.StatusCode = shownInstead ? Response.StatusCode : StatusCodes.Status404NotFound;
        (Heading, Advice) = status switch
        {
            StatusCodes.Status400BadRequest => (texts["La page a expiré"], (string[])[
                texts["Le formulaire est resté ouvert trop longtemps, ou vous vous êtes connecté entre-temps dans un autre onglet."],
                texts["Revenez à la page précédente avec votre navigateur, actualisez-la, puis envoyez à nouveau. Rien n’a été enregistré cette fois-ci."]]),
            StatusCodes.Status403Forbidden => (texts["Cette page ne vous est pas ouverte"], [
                texts["Votre compte n’a pas le rôle nécessaire dans cette collectivité."],
                texts["Si vous y travaillez, demandez à la personne qui gère l’espace des agents de vous ajouter."]]),
            StatusCodes.Status404NotFound => (texts["Page introuvable"], [
                texts["Cette adresse ne mène à aucune page, ou la page n’est pas la vôtre."],
                texts["Si vous l’avez saisie ou copiée, vérifiez qu’elle est complète."]]),
            StatusCodes.Status413PayloadTooLarge => (texts["L’envoi est trop volumineux"], [
                texts["Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été enregistré cette fois-ci."],
                texts["Revenez à la page précédente et choisissez un fichier plus léger : la taille maximale est indiquée à côté de chaque pièce."]]),
            StatusCodes.Status429TooManyRequests => (texts["Trop de tentatives"], [
                texts["Par sécurité, le nombre de tentatives est limité. Patientez quelques minutes avant de recommencer."]]),
            StatusCodes.Status503ServiceUnavailable when HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is AdministrationMovesException => (texts["Les dossiers de votre collectivité déménagent"], [
                texts["Ils passent dans une autre base de données : on peut les lire, mais rien n’y est enregistré pendant quelques minutes. Votre dernière action n’a pas été prise en compte."],
                texts["Réessayez dans quelques minutes."]]),
            >= StatusCodes.Status500InternalServerError => (texts["Le service est momentanément indisponible"], [
                texts["Une erreur est survenue de notre côté. Ce que vous aviez déjà enregistré est conservé."],
                texts["Réessayez dans quelques minutes."]]),
            _ => (texts["Cette demande n’a pas pu être traitée"], [texts["Revenez à la page précédente et réessayez."]]),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = Outage.RetryAfter;
        }

        Quoted = status >= StatusCodes.Status500InternalServerError ? Reference.Of(HttpContext) : null;
    }
}
